"""Whoever asks for a case, a person or a document says who looks: a `Viewer`."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.house import source
from tests.provision.house import HOUSE

_BELOW_STAFF = {  # these cannot know a Viewer: who calls them has one
    "store", "councils", "history", "arrivals", "words", "files", "values", "settings", "errors",
}  # fmt: skip
_ABOUT = re.compile(r"\b(case|resident|person|document|letter|message|contact|passport)(_id)?\b")
_NEEDS_NONE = {
    "bookings.forgo": "intake holds and forgoes in one transaction, for a case nobody has seen",
    "bookings.free": "cases lets the viewer pass before it closes a case",
    "bookings.take_again": "cases lets the viewer pass before it opens a case again",
    "cases.look_up": "a resident proves by a second fact that the case is theirs",
    "enclosures.hand_over": "whoever holds a draft's token holds what came with it",
    "drafts.join": "whoever holds a draft's token holds the draft",
    "drafts.close": "whoever holds a draft's token holds the draft; intake closes it",
}


def test_every_query_and_verb_about_a_case_or_a_person_takes_a_viewer() -> None:
    blind = [
        f"{source.place(file, function.lineno)}: {name}"
        for name, file, function in _offered()
        if name not in _NEEDS_NONE and "viewer" not in _arguments(function)
    ]

    source.none_of(blind, "take viewer: Viewer, and filter for them")


def test_no_exception_stays_when_it_is_not_needed() -> None:
    blind = {name for name, _, function in _offered() if "viewer" not in _arguments(function)}

    source.none_of(set(_NEEDS_NONE) - blind, "take it out of the exceptions")


def _offered() -> Iterator[tuple[str, Path, ast.FunctionDef]]:
    """Give the functions that a room offers, and that are about somebody."""
    for room in sorted(HOUSE.glob("hub/*/__init__.py")):
        name = room.parent.name
        offers = (
            set(re.findall(r'"(\w+)"', room.read_text())) if name not in _BELOW_STAFF else set()
        )
        for file in source.python(f"hub/{name}"):
            for function in source.functions(file):
                if function.name in offers and _is_about_somebody(function):
                    yield f"{name}.{function.name}", file, function


def _is_about_somebody(function: ast.FunctionDef) -> bool:
    """Say whether it works in a session, and names somebody's case or gives it."""
    arguments = _arguments(function)
    told = " ".join([*arguments, ast.unparse(function.returns) if function.returns else ""])
    return "session" in arguments and bool(_ABOUT.search(_apart(told)))


def _apart(names: str) -> str:
    """Write CaseSeen as case seen."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", names).lower()


def _arguments(function: ast.FunctionDef) -> list[str]:
    return [one.arg for one in [*function.args.args, *function.args.kwonlyargs]]
