"""Whether an erased case is as bare as it says."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, select, true

from hub.cases import Answer, Asker, Behalf, Case, OwedTask, Spot, WrongFact
from hub.history import EntryText
from hub.letters import Letter
from hub.messages import Message
from hub.people import Consent
from hub.permits import Permit
from hub.store import AllCouncils, Base

_TOLD = (Answer, Asker, Behalf, Consent, Letter, Message, OwedTask, Permit, Spot, WrongFact)


@dataclass(frozen=True, slots=True)
class Leftover:
    """Name an erased case and the table in which something personal of it is left."""

    council: str
    reference: str
    table: str


def leftovers(session: AllCouncils) -> Iterator[Leftover]:
    """Find what is left of any erased case, as the store has it.

    A case that the store calls erased and that is not would never be looked at again.
    """
    for table, asked in _asked():
        for council, reference in session.sql.execute(asked.distinct()):
            yield Leftover(council, reference, table)


def _asked() -> Iterator[tuple[str, Select[str, str]]]:
    bare = select(Case.council, Case.reference).where(Case.erased_at.is_not(None))
    for kind in _TOLD:
        own = (kind.case_id == Case.id) & (kind.council == Case.council)
        yield kind.__tablename__, bare.join(kind, own).where(_is_left(kind))
    own = (EntryText.chain == Case.id) & (EntryText.council == Case.council)
    yield EntryText.__tablename__, bare.join(EntryText, own)


def _is_left(kind: type[Base]) -> ColumnElement[bool]:
    if kind is Letter:
        return (Letter.name != "") | Letter.document.is_not(None)
    return Message.to != "" if kind is Message else true()
