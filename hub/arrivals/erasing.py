"""Taking out of the arrivals of a case what could prove what was told."""

from uuid import UUID

from sqlalchemy import update

from hub.arrivals.arrival import Arrival
from hub.store import UNSYNCED, Session


def erase(session: Session, case_id: UUID) -> None:
    """Erase the hashes of what arrived: whoever guesses an answer could try it against them.

    That it arrived, and what became of it, stays; sent again it is still known by its name outside.
    """
    bare = update(Arrival).where(Arrival.case_id == case_id).values(sha256="")
    session.sql.execute(bare, execution_options=UNSYNCED)
