"""What a restored installation must know of the time that it lost: what was printed, and told whom.

The print manifests are kept outside the database, so they outlive it. A letter that they name is
not printed again, and a reference that they name is not given to anybody else.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Engine, String, select
from sqlalchemy.orm import Mapped, mapped_column

from hub.staff import Viewer
from hub.store import AllCouncils, Base, CouncilOwned, Database, Session


class Printed(NamedTuple):
    """Be one line of a print manifest."""

    council: str
    reference: str
    letter: UUID
    kind: str
    edition: int


class GivenBefore(CouncilOwned, Base):
    """Hold a letter that was printed before the last restore, and the reference that it told."""

    __tablename__ = "given_before"

    letter: Mapped[UUID] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(String(11), index=True)
    kind: Mapped[str] = mapped_column(String(40))
    edition: Mapped[int]


def remember_given(session: AllCouncils, printed: Iterable[Printed]) -> int:
    """Keep what the manifests name; kept again it changes nothing. Give how many they were."""
    rows = [line._asdict() for line in printed]
    return sum(session.insert_once(GivenBefore, row) for row in rows)


def was_printed(session: Session, *, reference: str, kind: str, edition: int) -> bool:
    """Say whether this edition of a letter of a case was printed before the last restore."""
    wanted = select(GivenBefore.letter).where(
        GivenBefore.reference == reference,
        GivenBefore.kind == kind,
        GivenBefore.edition == edition,
    )
    return session.sql.execute(wanted).first() is not None


def was_laid(session: Session, viewer: Viewer, letter_id: UUID) -> bool:
    """Say whether a letter that is about no case was printed before the last restore.

    :raises NotAllowed: if it is not the hub itself that asks.
    """
    viewer.demand_case(letter_id, None)
    wanted = select(GivenBefore.letter).where(GivenBefore.letter == letter_id)
    return session.sql.execute(wanted).first() is not None


def know_taken(database: Database) -> None:
    """Learn which references are taken, before residents come.

    A council's session is shown its own rows alone, so this is read past it, on a line of its own.
    Were it read first for residents who hold all lines there are, each would wait for one more.
    """
    _taken(database.engine)


def is_taken(session: Session, reference: str) -> bool:
    """Say whether a reference was told to somebody whose case the restore could not bring back.

    Nothing restores while the hub runs, so each process asks the database once: a process that
    answers many at a time does so when it starts, see `know_taken`.
    """
    engine = session.sql.get_bind().engine
    return reference in _taken(engine)


@lru_cache(maxsize=4)
def _taken(engine: Engine) -> frozenset[str]:
    reading = engine.execution_options(mode="reading", all_councils=True)
    with reading.connect() as connection:
        return frozenset(connection.execute(select(GivenBefore.reference)).scalars())
