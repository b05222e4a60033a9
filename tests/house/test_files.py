"""What a file of this house may be: how long, how named, and what must not stand in it."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.house import source

_LONGEST = 300
_FOLDERS_THAT_SAY_NOTHING = {"utils", "helpers", "common", "base", "manager", "misc", "tools"}

# Written in pieces, so that this file does not find itself.
_UNFINISHED = re.compile(
    r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"]) + r")\b"
)
_SUPPRESSED = re.compile(r"#\s*(no" + r"qa\b|type:\s*ign" + r"ore|ruff:|pragma:|mypy:)")
_EXPLAINED = re.compile(r"(no" + r"qa: |type: ign" + r"ore\[)[\w, -]+\]? +(# |- |[—(])?\w.{6,}")
_MACHINE = re.compile(
    r"(?<![\w.])/(" + "|".join(["wor" + "k", "ro" + "ot", "ho" + "me", "Us" + "ers"]) + r")/"
)
_REGISTRY = re.compile(
    r"--(extra-)?index-" + r"url|//[^ ]*/sim" + r"ple\b|files\.python" + "hosted"
)
_OTHERS = re.compile(
    r"\b("
    + "|".join(["cla" + "ude", "anthro" + "pic", "open" + "ai", "chat" + "gpt", "copi" + "lot"])
    + r"|(?-i:L" + r"LM|A" + r"I|GP" + r"T)s?|(?<!user.)age" + r"nts?"
    + r")\b",
    re.IGNORECASE,
)  # fmt: skip


def test_no_file_is_longer_than_a_few_screens_without_saying_why() -> None:
    long = [
        source.place(file)
        for file in source.python("hub", "channels", "workers", "main.py", "tests", "setup")
        if len(file.read_text().splitlines()) > _LONGEST
        and "Long because" not in (ast.get_docstring(source.tree(file)) or "")
    ]

    source.none_of(long, 'split it, or let its docstring say "Long because …"')


def test_no_file_or_folder_has_a_name_that_says_nothing() -> None:
    named = {
        source.place(file)
        for file in source.files()
        if _FOLDERS_THAT_SAY_NOTHING & {part.removesuffix(".py") for part in file.parts[1:]}
    }

    source.none_of(named, "name it after what it is about")


def test_nothing_is_left_unfinished() -> None:
    source.none_of(_found(_UNFINISHED), "finish it, or write it down elsewhere")


def test_every_suppression_says_why() -> None:
    silent = [
        source.place(file, number)
        for file in source.python("hub", "channels", "workers", "main.py", "tests", "setup")
        for number, (above, line) in enumerate(_pairs(file.read_text()), 1)
        if _SUPPRESSED.search(line)
        and not (_EXPLAINED.search(line) or above.strip().startswith("# "))
    ]

    source.none_of(silent, "write the reason on the line, or above it")


def test_no_path_of_a_machine_is_written_down() -> None:
    source.none_of(_found(_MACHINE), "another machine has no such path")


def test_no_package_registry_is_named() -> None:
    source.none_of(_found(_REGISTRY), "leave the registry to whoever installs")


def test_the_registry_of_this_machine_is_not_named() -> None:
    hosts = _registry_hosts()

    named = [source.place(file) for file, text in source.texts() if any(h in text for h in hosts)]

    source.none_of(named, "leave the registry to whoever installs")


def test_the_project_speaks_only_of_itself() -> None:
    source.none_of(_found(_OTHERS), "say it in the council's words")


def test_every_text_file_ends_its_last_line_and_no_line_in_spaces() -> None:
    untidy = [
        source.place(file)
        for file, text in source.texts()
        if "golden" not in file.parts
        and text
        and (not text.endswith("\n") or re.search(r"[ \t]+$", text, re.MULTILINE))
    ]

    source.none_of(untidy, "end the line, and only the line")


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """Give every line with the one above it."""
    lines = text.splitlines()
    return zip(["", *lines], lines, strict=False)


def _found(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{source.place(file, number)}: {line.strip()[:80]}"
        for file, text in source.texts()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def _registry_hosts() -> set[str]:
    """Give the hosts from which this machine fetches packages, public ones left out."""
    pip = [sys.executable, "-m", "pip", "config", "list"]
    told = subprocess.run(pip, check=False, capture_output=True, text=True).stdout
    told += " ".join(words for name, words in os.environ.items() if "INDEX" in name)
    uv = Path("~/.config/uv/uv.toml").expanduser()
    told += uv.read_text() if uv.exists() else ""
    hosts = set(re.findall(r"https?://(?:[^@/'\" ]*@)?([^/:'\" ]+)", told))
    return hosts - {"localhost", "127.0.0.1", "pypi.org"}
