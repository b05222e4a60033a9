"""Something that happens, and the telling of it."""

from datetime import datetime
from uuid import UUID

from hub.store import Database, Event

COUNCIL = "aberwen"
OTHER = "borth"


class BinMissed(Event):
    """A bin was missed: what the tests of the outbox tell."""


def tell(database: Database, council: str = COUNCIL, due_at: datetime | None = None) -> UUID:
    """Tell that a bin was missed, and give its subject."""
    subject = database.chance.uuid()
    with database.session(council) as session:
        session.tell(BinMissed(subject, due_at=due_at))
    return subject
