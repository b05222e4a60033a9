"""The house's own files, as the house tests read them."""

import ast
import subprocess
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.provision.house import HOUSE

CODE = ("hub", "channels", "workers", "main.py")


@cache
def files() -> tuple[Path, ...]:
    """Give every file that is or would be kept by git."""
    asked = ["git", "-c", "safe.directory=*", "ls-files", "-co", "--exclude-standard", "-z"]
    answer = subprocess.run(asked, check=True, capture_output=True, text=True, cwd=HOUSE)
    found = (HOUSE / name for name in answer.stdout.split("\0") if name)
    return tuple(sorted(file for file in found if file.is_file()))


def texts() -> Iterator[tuple[Path, str]]:
    """Give every file that is text, with its text."""
    for file in files():
        content = file.read_bytes()
        if b"\0" not in content:
            yield file, content.decode()


def python(*below: str) -> tuple[Path, ...]:
    """Give the Python files below these folders (default: the code, without its tests)."""
    roots = [HOUSE / name for name in below or CODE]
    return tuple(
        file
        for file in files()
        if file.suffix == ".py" and any(file == root or root in file.parents for root in roots)
    )


@cache
def tree(file: Path) -> ast.Module:
    """Give a Python file as Python reads it."""
    return ast.parse(file.read_text(), str(file))


def place(file: Path, line: int | None = None) -> str:
    """Name a place in the house for whoever has to go there."""
    name = str(file.relative_to(HOUSE))
    return name if line is None else f"{name}:{line}"


def functions(file: Path) -> Iterator[ast.FunctionDef]:
    """Give every function of a file, inner ones too."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.FunctionDef):
            yield node


def dotted(node: ast.expr) -> str:
    """Give a name as it was written, `datetime.datetime.now`; nothing for what is no name."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return ""


def none_of(found: Iterable[str], remedy: str) -> None:
    """Fail with every place that was found, a line each, under what to do about it."""
    if places := sorted(found):
        pytest.fail("\n  ".join([f"{remedy}:", *places]), pytrace=False)
