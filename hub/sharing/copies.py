"""Copies of what was written about a case that lie outside the store: with the printer, as mail."""

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from sqlalchemy import select

from hub import letters, messages
from hub.councils import Council
from hub.letters import LaidLetter
from hub.sharing.rows import Erasure
from hub.staff import Viewer
from hub.store import Session

UNSURE = "perhaps-printed-"
"""How the folder is called, with a moment, that a restore lays letters in for the post room."""


@dataclass(frozen=True, slots=True)
class CopiesLeft:
    """Name the letters and messages about an erased case, of which copies may lie somewhere."""

    council: str
    letters: tuple[LaidLetter, ...]
    messages: tuple[UUID, ...]


class Copies(Protocol):
    """Be where copies lie that this program laid there itself."""

    def forget(self, left: CopiesLeft) -> None:
        """Delete these copies; where there is none, that is well.

        :raises TryAgain: if trying again later may help.
        """


def copies_left(
    session: Session, viewer: Viewer, erasure_id: UUID, *, council: Council
) -> CopiesLeft | None:
    """Name what may lie outside of a case that was erased; None if it was not.

    :raises NotAllowed: if it is not the hub itself that asks.
    """
    asked = select(Erasure.case_id).where(Erasure.id == erasure_id, Erasure.done_at.is_not(None))
    case_id = session.sql.scalar(asked)
    if case_id is None:
        return None
    return CopiesLeft(
        council=council.id,
        letters=letters.laid_of(session, viewer, case_id, timezone=council.timezone),
        messages=messages.ids_of(session, viewer, case_id),
    )
