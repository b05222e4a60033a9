"""Letting people be found again, by all that their cases tell of them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import select

from hub.cases.rows import Asker
from hub.people import matching
from hub.staff import Viewer
from hub.store import Session

_AT_ONCE = 1000


def know_people(session: Session, viewer: Viewer) -> int:
    """Write the keys of some who have none yet, with the postcode of each home; count them."""
    waiting = matching.unknown(session, viewer, most=_AT_ONCE)
    if waiting:
        matching.know(session, viewer, waiting, postcodes=_postcodes(session, waiting))
    return len(waiting)


def _postcodes(session: Session, ids: Sequence[UUID]) -> Mapping[UUID, set[str]]:
    found: dict[UUID, set[str]] = defaultdict(set)
    wanted = select(Asker.resident_id, Asker.postcode).where(
        Asker.resident_id.in_(ids), Asker.postcode.is_not(None)
    )
    for resident_id, postcode in session.sql.execute(wanted):
        found[resident_id].add(str(postcode))
    return found
