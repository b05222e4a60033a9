"""The open cases of a viewer's teams, oldest asked first, a page at a time.

A page begins behind a mark (the last case of the page before), so it costs the same however deep.
Nothing personal is in a line: who opens a case is written down, who looks over the list is not.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Self
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_, select

from hub.cases.rows import Case
from hub.cases.status import Status
from hub.staff import NotAllowed, Viewer, ViewerKind
from hub.store import Session
from hub.values import Reference

PAGE = 25
MOST_COUNTED = 1000
_BETWEEN = "~"


@dataclass(frozen=True, slots=True)
class Mark:
    """Hold the case that a page ends with: when it was asked, and its id."""

    asked_at: datetime
    case_id: UUID

    @classmethod
    def parse(cls, words: str) -> Self | None:
        """Read a mark as an address has it; None for what is none."""
        at, _, case_id = words.partition(_BETWEEN)
        try:
            asked_at = datetime.fromisoformat(at)
            return cls(asked_at, UUID(case_id)) if asked_at.tzinfo else None
        except (ValueError, OverflowError):
            return None

    def __str__(self) -> str:
        """Write it for an address."""
        return f"{self.asked_at.isoformat()}{_BETWEEN}{self.case_id.hex}"


@dataclass(frozen=True, slots=True, kw_only=True)
class InQueue:
    """Hold one case as a list shows it; `answer_by` is the council's local day."""

    id: UUID
    reference: Reference
    service: str
    version: str
    status: Status
    asked_at: datetime
    answer_by: date
    urgent: bool
    team: str

    @classmethod
    def of(cls, case: Case) -> Self:
        """Take what a list shows from the row."""
        return cls(
            id=case.id,
            reference=Reference(case.reference),
            service=case.service,
            version=case.version,
            status=Status(case.status),
            asked_at=case.asked_at,
            answer_by=case.answer_by,
            urgent=case.urgent,
            team=case.team or "",
        )

    def is_late(self, today: date) -> bool:
        """Say whether the promised day is over, and nobody has answered."""
        return self.answer_by < today and self.status is not Status.CLOSED


def queue(
    session: Session, viewer: Viewer, *, after: Mark | None = None
) -> tuple[Sequence[InQueue], Mark | None]:
    """Give a page of the open cases of the viewer's teams, and the mark that the next begins with.

    :raises NotAllowed: if the viewer is no staff.
    """
    wanted = select(Case).where(*_open_of(viewer)).order_by(Case.asked_at, Case.id)
    if after is not None:
        wanted = wanted.where(_behind(after))
    found = session.sql.scalars(wanted.limit(PAGE + 1)).all()
    shown = [InQueue.of(case) for case in found[:PAGE]]
    has_more = len(found) > PAGE
    return shown, Mark(shown[-1].asked_at, shown[-1].id) if has_more else None


def open_cases(session: Session, viewer: Viewer) -> int:
    """Count the open cases of the viewer's teams, up to one more than a thousand.

    :raises NotAllowed: if the viewer is no staff.
    """
    some = select(Case.id).where(*_open_of(viewer)).limit(MOST_COUNTED + 1).subquery()
    return session.sql.scalar(select(func.count()).select_from(some)) or 0


def _open_of(viewer: Viewer) -> tuple[ColumnElement[bool], ...]:
    if viewer.kind is not ViewerKind.STAFF:
        raise NotAllowed
    return (Case.team.in_(sorted(viewer.teams)), Case.status != Status.CLOSED.value)


def _behind(mark: Mark) -> ColumnElement[bool]:
    same = and_(Case.asked_at == mark.asked_at, Case.id > mark.case_id)
    return or_(Case.asked_at > mark.asked_at, same)
