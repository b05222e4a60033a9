"""Writing down the keys under which people are found again; it may be done twice."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from uuid import UUID

from sqlalchemy import Select, delete, select, update

from hub.people.matching.keys import PersonKey, keys_of
from hub.people.rows import PassportRow, Resident
from hub.staff import Viewer
from hub.store import UNSYNCED, Session


def unknown(session: Session, viewer: Viewer, *, most: int) -> Sequence[UUID]:
    """Take those in hand who have no keys yet, the longest waiting first."""
    wanted = (
        select(Resident.id)
        .where(Resident.known_at.is_(None), Resident.council == viewer.council)
        .order_by(Resident.created_at)
        .limit(most)
        .with_for_update(skip_locked=True)
    )
    return session.sql.scalars(wanted).all()


def know(
    session: Session,
    viewer: Viewer,
    ids: Sequence[UUID],
    *,
    postcodes: Mapping[UUID, Collection[str]],
) -> None:
    """Write the keys of people anew, from what is kept of them and these postcodes of theirs.

    Who was erased meanwhile has none.
    """
    gone = delete(PersonKey).where(PersonKey.resident_id.in_(ids))
    session.sql.execute(gone, execution_options=UNSYNCED)
    rows = [
        {"council": viewer.council, "resident_id": resident.id, "key": key}
        for resident, passport in session.sql.execute(_with_passports(viewer, ids))
        for key in sorted(_keys(resident, passport, postcodes.get(resident.id, ())))
    ]
    if rows:
        session.insert(PersonKey, *rows)
    known = update(Resident).where(Resident.id.in_(ids)).values(known_at=session.now())
    session.sql.execute(known, execution_options=UNSYNCED)


def _with_passports(viewer: Viewer, ids: Sequence[UUID]) -> Select[Resident, PassportRow]:
    same = (PassportRow.resident_id == Resident.id) & (PassportRow.council == Resident.council)
    wanted = select(Resident, PassportRow).outerjoin(PassportRow, same)
    return wanted.where(Resident.id.in_(ids), Resident.council == viewer.council)


def _keys(resident: Resident, passport: PassportRow | None, postcodes: Collection[str]) -> set[str]:
    return keys_of(
        resident.name,
        phones=[passport.mobile] if passport and passport.mobile else [],
        emails=[passport.email] if passport and passport.email else [],
        postcodes=[*_written_to(passport), *postcodes],
        born=resident.born,
    )


def _written_to(passport: PassportRow | None) -> Iterator[str]:
    if passport and passport.address and passport.address.get("postcode"):
        yield passport.address["postcode"]
