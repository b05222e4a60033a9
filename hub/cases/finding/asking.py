"""What somebody looks for, word by word, and the cases that hold it all.

A word is found as it is written, mutated, and begun, if it is the last; nothing found, as what it
may be a slip of the pen for, and that is told.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import ColumnElement, Select, select, true

from hub.cases.finding import holding, vocabulary
from hub.cases.finding.rows import LONGEST
from hub.cases.queue import InQueue
from hub.cases.rows import Case
from hub.staff import Viewer, ViewerKind
from hub.staff.viewer import NotAllowed
from hub.store import Session
from hub.values import Reference, WrongValue, bare_words, relatives

MOST = 50
"""How many cases are given; of more, the newest."""

_MOST_WORDS = 8
_SHORTEST_BEGUN = 2
_SHORTEST_MUTATED = 3
_SHORTEST_TOLD = 3


@dataclass(frozen=True, slots=True)
class Found:
    """Hold the cases found, the newest first, and the words that were read as others.

    `is_all` is False if there are more than are given.
    """

    cases: tuple[InQueue, ...]
    read_as: Mapping[str, frozenset[str]] = field(default_factory=dict)
    is_all: bool = True


def find(session: Session, viewer: Viewer, said: str) -> Found:
    """Give the cases of the viewer's teams that hold all these words.

    :raises NotAllowed: if a resident asks.
    """
    if viewer.kind is ViewerKind.RESIDENT:
        raise NotAllowed
    if reference := _reference(said):
        return _cases(session, viewer, [Case.reference == reference.digits])
    groups, read_as = _groups(session, _asked(said))
    if not groups or not all(groups):
        return Found(())
    found = _cases(session, viewer, [holding.holds_one(group) for group in groups])
    return replace(found, read_as=_told(session, found, read_as))


def _told(
    session: Session, found: Found, read_as: Mapping[str, Collection[str]]
) -> Mapping[str, frozenset[str]]:
    """Give what a word was read as, of the cases that were found: others may be another team's."""
    ids = [case.id for case in found.cases]
    there = {
        word: frozenset(holding.held(session, others, among=ids))
        for word, others in read_as.items()
    }
    return {word: others for word, others in there.items() if others}


def _reference(said: str) -> Reference | None:
    """Read a reference however it is spaced; other words beside it are no reference."""
    try:
        return Reference.parse(said)
    except WrongValue:
        return None


def _asked(said: str) -> list[str]:
    """Give the words that are looked for; digits beside each other are one phone number."""
    joined: list[str] = []
    for word in bare_words(said):
        if joined and word.isdigit() and joined[-1].isdigit():
            joined[-1] += word
        else:
            joined.append(word)
    return [word for word in joined if len(word) <= LONGEST][:_MOST_WORDS]


def _groups(
    session: Session, words: Sequence[str]
) -> tuple[list[set[str]], Mapping[str, frozenset[str]]]:
    """Give for each word all that it may stand for, of the words there are.

    Small words that stand nowhere are let go: who writes "ym Mhont" means the bridge.
    """
    groups, read_as = [], {}
    for at, word in enumerate(words):
        group = _meant(session, word, is_last=at == len(words) - 1)
        if not group and (near := vocabulary.near(session, word)):
            group, read_as[word] = near, frozenset(near)
        if group or len(word) >= _SHORTEST_TOLD:
            groups.append(group)
    return groups, read_as


def _meant(session: Session, word: str, *, is_last: bool) -> set[str]:
    forms = relatives(word) if len(word) >= _SHORTEST_MUTATED else {word}
    meant = vocabulary.known(session, forms)
    if is_last and len(word) >= _SHORTEST_BEGUN:
        meant |= vocabulary.begun(session, word)
    return meant


def _cases(session: Session, viewer: Viewer, conditions: Collection[ColumnElement[bool]]) -> Found:
    found = session.sql.scalars(_wanted(viewer, conditions)).all()
    shown = tuple(InQueue.of(case) for case in found[:MOST])
    return Found(shown, is_all=len(found) <= MOST)


def _wanted(viewer: Viewer, conditions: Collection[ColumnElement[bool]]) -> Select[Case]:
    """Select the newest cases that lie with the viewer's teams."""
    own = true() if viewer.kind is ViewerKind.SYSTEM else Case.team.in_(sorted(viewer.teams))
    return (
        select(Case)
        .where(Case.council == viewer.council, own, *conditions)
        .order_by(Case.asked_at.desc(), Case.id)
        .limit(MOST + 1)
    )
