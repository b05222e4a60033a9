"""The locks: every package pinned and hashed, both agreeing, nothing asked for that is not used."""

import ast
import re
from collections.abc import Iterator
from importlib.metadata import packages_distributions

import pytest

from tests.house import source
from tests.provision.house import HOUSE

_LOCKS = ("requirements.txt", "requirements-dev.txt")
_USED_WITHOUT_IMPORT = {
    "gunicorn",  # the web server of the large size, started as a program
    "psycopg",  # SQLAlchemy's driver for PostgreSQL
    "setuptools",  # makes the house importable
    "tzdata",  # time zones where the system has none
    "fontpkg-fira-sans",  # the font; fontpkg finds it
}


@pytest.mark.parametrize("lock", _LOCKS)
def test_every_package_is_pinned_and_hashed(lock: str) -> None:
    text = (HOUSE / lock).read_text()
    entries = re.split(r"\n(?=[a-z0-9])", text)[1:]

    loose = [
        entry.split("\n")[0]
        for entry in entries
        if not re.match(r"[a-z0-9._-]+(\[[a-z,]+\])?==\S+", entry) or "--hash=sha256:" not in entry
    ]

    source.none_of(loose, "make lock")
    assert len(entries) > 20


@pytest.mark.parametrize("lock", _LOCKS)
def test_a_lock_names_no_address(lock: str) -> None:
    assert not re.search(r"https?://|file:|@ ", (HOUSE / lock).read_text())


def test_both_locks_agree() -> None:
    run, development = (_pins(lock) for lock in _LOCKS)

    assert run.items() <= development.items()


def test_everything_that_is_asked_for_is_used() -> None:
    names = {_plain(name) for name in _asked("requirements.in")}
    used = {_plain(name) for name in _imported()} | _USED_WITHOUT_IMPORT

    source.none_of(names - used, "take these out of requirements.in")


def test_everything_that_the_house_imports_is_asked_for() -> None:
    names = {_plain(name) for name in _asked("requirements.in")}
    imported = {_plain(name) for name in _imported()}

    source.none_of(imported - names - {"clicks-and-bricks-hub"}, "put these into requirements.in")


def _pins(lock: str) -> dict[str, str]:
    return dict(
        re.findall(r"^([a-z0-9._-]+)(?:\[.*\])?==(\S+)", (HOUSE / lock).read_text(), re.MULTILINE)
    )


def _asked(file: str) -> list[str]:
    return re.findall(r"^([A-Za-z0-9._-]+)", (HOUSE / file).read_text(), re.MULTILINE)


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _imported() -> set[str]:
    """Name the packages that the code imports, as the registry knows them."""
    distributions = packages_distributions()
    return {
        distributions[name][0]
        for file in source.python()
        for name in _roots(source.tree(file))
        if name in distributions
    }


def _roots(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name.split(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]
