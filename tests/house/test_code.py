"""What linters cannot see in the code: time, chance, names, positional arguments, patches."""

import ast
import re
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house import source

_CLOCKS = {"now", "utcnow", "today"}
_TIME = {"time.time", "time.time_ns", "time.localtime", "time.gmtime"}
_CHANCE = re.compile(r"^(random|secrets)\.|^os\.urandom$|^uuid\.uuid[147]|^uuid[147]$")
_MAY_LOOK = {
    "hub/values/moments.py",  # the clock itself
    "hub/values/chance.py",  # chance itself
    "hub/store/documents.py",  # draws the name of a file while it is being written
    "hub/settings/folder.py",  # draws the secret of a laptop once, before there is anything else
}
_WORDS = {
    "item", "items", "object", "objects", "data", "info", "record", "records", "payload",
    "handler", "handlers", "processor", "processors", "manager", "managers",
}  # fmt: skip
_MAY_BE_NAMED = {
    "data",  # the setting HUB_DATA: the folder that holds everything
    "include_object",  # what Alembic calls it
    "addObjects",  # what ReportLab calls it
    "addSubsetObjects",
    "info",  # what SQLAlchemy calls what goes with a session
    "_ExcInfo",  # what Python's logging calls it
    "DataFolderRefused",  # the same folder
    "payload",  # what ISO 7064 calls the digits that are checked
    "PAYLOAD",
}
_POSITIONAL = 3  # what it is done in (a session, an interview), and two more


def test_only_the_clock_looks_at_the_time() -> None:
    looked = [
        place
        for place, called in _calls()
        if called in _TIME or (called.split(".")[-1] in _CLOCKS and "date" in called.lower())
    ]

    source.none_of(looked, "take a Clock: it is handed in")


def test_only_chance_draws() -> None:
    drawn = [place for place, called in _calls() if _CHANCE.search(called)]

    source.none_of(drawn, "take a Chance: it is handed in")


def test_names_are_the_councils_words() -> None:
    named = [
        f"{source.place(file, line)}: {name}"
        for file in source.python()
        for name, line in _defined(file)
        if name not in _MAY_BE_NAMED and _WORDS & set(_parts(name))
    ]

    source.none_of(named, "use the council's word")


def test_a_public_function_that_takes_much_has_its_arguments_named() -> None:
    crowded = [
        f"{source.place(file, function.lineno)}: {function.name}"
        for file in source.python()
        if "migrations" not in file.parts
        for function in source.functions(file)
        if not function.name.startswith("_") and len(_positional(function)) > _POSITIONAL
    ]

    source.none_of(crowded, "put a * before the arguments")


def test_no_import_is_for_the_type_checker_only() -> None:
    hidden = [
        source.place(file)
        for file in source.python("hub", "channels", "workers", "main.py", "tests")
        if re.search(r"\bTYPE_" + r"CHECKING\b", file.read_text())
    ]

    source.none_of(hidden, "if two modules need each other, a third is missing")


def test_no_test_patches() -> None:
    patch = re.compile(r"monkeypatch\.set" + r"attr|unittest\." + r"mock|mock\." + "patch")
    patched = [
        source.place(file) for file in source.python("tests") if patch.search(file.read_text())
    ]

    source.none_of(patched, "if you need a patch, a port is missing")


def test_a_migration_never_imports_the_application() -> None:
    importing = [
        source.place(file, node.lineno)
        for file in source.python("hub/store/migrations/versions")
        for node in ast.walk(source.tree(file))
        if isinstance(node, ast.Import | ast.ImportFrom)
        and {"hub", "channels", "workers", "main"} & set(re.split(r"\W", ast.unparse(node)))
    ]

    source.none_of(importing, "write down what the tables were then: the application moves on")


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ("synchronize_session", "give store.UNSYNCED as the options"),
        ("O_DIRECTORY", "call store.documents.fsync"),
    ],
)
def test_what_is_hard_to_get_right_is_written_once(said: str, instead: str) -> None:
    written = [
        source.place(file, number)
        for file in source.python()
        for number, line in enumerate(file.read_text().splitlines(), 1)
        if said in line
    ]

    source.none_of(written[1:], instead)


def test_files_and_functions_are_short() -> None:
    lengths = [len(file.read_text().splitlines()) for file in source.python()]
    functions = sorted(
        (function.end_lineno or 0) - function.lineno
        for file in source.python()
        for function in source.functions(file)
    )

    assert statistics.median(lengths) <= 90
    assert statistics.median(functions) <= 10
    assert functions[len(functions) * 9 // 10] <= 25


def _calls() -> Iterator[tuple[str, str]]:
    """Give every call in the code that may not look at the clock or draw: where, and of what."""
    for file in source.python():
        if source.place(file) in _MAY_LOOK:
            continue
        for node in ast.walk(source.tree(file)):
            if isinstance(node, ast.Call):
                yield source.place(file, node.lineno), source.dotted(node.func)


def _defined(file: Path) -> Iterator[tuple[str, int]]:
    """Give the name of every class, function, argument and variable, and its line."""
    for node in ast.walk(source.tree(file)):
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            yield node.name, node.lineno
        elif isinstance(node, ast.arg):
            yield node.arg, node.lineno
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id, node.lineno


def _parts(name: str) -> list[str]:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower().split("_")


def _positional(function: ast.FunctionDef) -> list[str]:
    named = [one.arg for one in [*function.args.posonlyargs, *function.args.args]]
    return [name for name in named if name not in {"self", "cls"}]
