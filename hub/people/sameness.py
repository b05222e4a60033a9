"""Who is the same person as whom: a link that a person made, and that undoing ends.

No row is moved and none is merged. Whoever follows the links sees one person; without them there
are as many as before. Each decision has a history of its own, of ids alone.
"""

from collections.abc import Collection
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, String, or_, select
from sqlalchemy.orm import Mapped, mapped_column

from hub import history
from hub.errors import Refused
from hub.people.queries import UnknownResident
from hub.people.rows import Resident
from hub.staff import Viewer, ViewerKind
from hub.staff.viewer import NotAllowed
from hub.store import Base, CouncilOwned, Session

MOST = 200
"""So many rows may be one person; a link that would make it more is refused."""


class Said(StrEnum):
    """Say what a person decided of two."""

    SAME = "same"
    OTHER = "other"


class TooManyTheSame(Refused):
    """Say that so many rows cannot be one person: somebody must look what went wrong."""

    key = "too_many_the_same"


class SamePeople(CouncilOwned, Base):
    """Hold what was decided of two people: the same, or not; ended, it counts no more.

    `one` is always the lesser of the two, so that a pair is decided once.
    """

    __tablename__ = "same_people"
    __table_args__ = (
        ForeignKeyConstraint(
            ["council", "one"], ["residents.council", "residents.id"], ondelete="CASCADE"
        ),
        ForeignKeyConstraint(
            ["council", "other"], ["residents.council", "residents.id"], ondelete="CASCADE"
        ),
        Index("ix_same_people_one", "council", "one"),
        Index("ix_same_people_other", "council", "other"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    one: Mapped[UUID]
    other: Mapped[UUID]
    verdict: Mapped[str] = mapped_column(String(20))
    said_by: Mapped[str]
    said_at: Mapped[datetime]
    ended_by: Mapped[str | None]
    ended_at: Mapped[datetime | None]


def decide(session: Session, viewer: Viewer, pair: tuple[UUID, UUID], *, said: Said) -> UUID:
    """Write down that two are the same person, or are not; what was said before ends.

    Said again, it is the same row.

    :raises NotAllowed: if it is not staff: no machine decides this.
    :raises UnknownResident: if one of them is not kept, or both are one row.
    :raises TooManyTheSame: if more than `MOST` rows would be one person.
    """
    one, other = _in_hand(session, viewer, pair)
    before = _standing(session, one, other)
    if before is not None and before.verdict == said:
        return before.id
    if before is not None:
        _end(session, viewer, before)
    if said is Said.SAME and len(_together(session, {one}) | _together(session, {other})) > MOST:
        raise TooManyTheSame
    link_id = session.chance.uuid()
    row = {
        "council": viewer.council,
        "id": link_id,
        "one": one,
        "other": other,
        "verdict": said.value,
        "said_by": viewer.name,
        "said_at": session.now(),
    }
    session.insert(SamePeople, row)
    facts = {"one": str(one), "other": str(other), "verdict": said.value}
    history.open_chain(session, chain=link_id, kind="PeopleDecided", actor=viewer.name, facts=facts)
    return link_id


def undo(session: Session, viewer: Viewer, pair: tuple[UUID, UUID]) -> bool:
    """End what was decided of two people; False if nothing was.

    :raises NotAllowed: if it is not staff.
    :raises UnknownResident: if one of them is not kept, or both are one row.
    """
    one, other = _in_hand(session, viewer, pair)
    standing = _standing(session, one, other)
    if standing is not None:
        _end(session, viewer, standing)
    return standing is not None


def all_of(session: Session, viewer: Viewer, resident_id: UUID) -> frozenset[UUID]:
    """Give every row that is this person, the one asked for among them.

    :raises NotAllowed: if a resident asks.
    """
    if viewer.kind is ViewerKind.RESIDENT:
        raise NotAllowed
    return frozenset(_together(session, {resident_id}))


def told_apart(session: Session, viewer: Viewer, resident_id: UUID) -> frozenset[UUID]:
    """Give those of whom somebody said that they are not this person: they are not offered again.

    :raises NotAllowed: if a resident asks.
    """
    if viewer.kind is ViewerKind.RESIDENT:
        raise NotAllowed
    mine = _together(session, {resident_id})
    return frozenset(_across(session, mine, Said.OTHER) - mine)


def _in_hand(session: Session, viewer: Viewer, pair: tuple[UUID, UUID]) -> tuple[UUID, UUID]:
    """Lock both people, always in one order, so that two clerks decide one after the other."""
    if viewer.kind is not ViewerKind.STAFF:
        raise NotAllowed
    one, other = sorted(pair)
    wanted = (
        select(Resident.id)
        .where(Resident.id.in_([one, other]), Resident.council == viewer.council)
        .order_by(Resident.id)
        .with_for_update()
    )
    if len(session.sql.scalars(wanted).all()) != len(pair):
        raise UnknownResident
    return one, other


def _standing(session: Session, one: UUID, other: UUID) -> SamePeople | None:
    pair = SamePeople.one == one, SamePeople.other == other
    wanted = select(SamePeople).where(*pair, SamePeople.ended_at.is_(None))
    return session.sql.execute(wanted).scalar_one_or_none()


def _end(session: Session, viewer: Viewer, standing: SamePeople) -> None:
    key = {"council": viewer.council, "id": standing.id}
    ended = {"ended_by": viewer.name, "ended_at": session.now()}
    session.change(SamePeople, key, ended)
    history.append(session, chain=standing.id, kind="PeopleUndone", actor=viewer.name)


def _together(session: Session, start: Collection[UUID]) -> set[UUID]:
    """Follow the links until no new row is found."""
    found, new = set(start), set(start)
    while new and len(found) <= MOST:
        new = _across(session, new, Said.SAME) - found
        found |= new
    return found


def _across(session: Session, ids: Collection[UUID], said: Said) -> set[UUID]:
    """Give all that one link of this kind leads to."""
    wanted = select(SamePeople.one, SamePeople.other).where(
        or_(SamePeople.one.in_(ids), SamePeople.other.in_(ids)),
        SamePeople.verdict == said.value,
        SamePeople.ended_at.is_(None),
    )
    return {each for row in session.sql.execute(wanted) for each in row}
