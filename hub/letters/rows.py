"""The table of letters, and the moves a letter may make."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from hub.errors import Refused
from hub.store import NAMES_DOCUMENT, Base, CouncilOwned, Json


class NotAllowedLetterMove(Refused):
    """Refuse to move a letter where the table of moves has no way."""

    key = "not_allowed_letter_move"


class LetterKind(StrEnum):
    """Say what a letter is about; a case has one edition of each at a time.

    Whoever joined a case has a kind of their own: "joined-2" is the second asker's.
    """

    ACKNOWLEDGE = "acknowledge"
    GRANTED = "granted"
    ENDING = "ending"
    JOINED = "joined"


class LetterState(StrEnum):
    """Say how far a letter has come; its print run, the post and its return come after waiting."""

    WANTED = "wanted"
    WRITTEN = "written"
    WAITING = "waiting"


ALLOWED: Mapping[LetterState, frozenset[LetterState]] = {
    LetterState.WANTED: frozenset({LetterState.WRITTEN}),
    LetterState.WRITTEN: frozenset({LetterState.WAITING}),
    LetterState.WAITING: frozenset(),
}


class Letter(CouncilOwned, Base):
    """Be one edition of a letter to one person, as it was addressed, written and laid out.

    `languages` are in the order they are read ("cy en"). `address` is what it was sent to, None
    where it is collected at the council's counter. `document` is the PDF's hash. `marks` counts the
    characters that the fonts lack and that show as "[?]".
    """

    __tablename__ = "letters"
    unprinted: ClassVar = text("state IN ('wanted', 'written')")
    """The condition of the index of what no printer has yet, word for word."""
    __table_args__ = (
        UniqueConstraint("council", "case_id", "kind", "edition"),
        Index(
            "ix_letters_unprinted", "wanted_at", postgresql_where=unprinted, sqlite_where=unprinted
        ),
        Index("ix_letters_document", "council", "document"),
        ForeignKeyConstraint(["council", "case_id"], ["cases.council", "cases.id"]),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[UUID]
    kind: Mapped[str] = mapped_column(String(40))
    edition: Mapped[int]
    reference: Mapped[str] = mapped_column(String(11))
    template: Mapped[str] = mapped_column(String(100))
    languages: Mapped[str] = mapped_column(String(40))
    size: Mapped[int]
    profile: Mapped[str] = mapped_column(String(20))
    name: Mapped[str]
    address: Mapped[dict[str, str] | None] = mapped_column(Json)
    state: Mapped[str] = mapped_column(String(20))
    document: Mapped[str | None] = mapped_column(String(64), info=NAMES_DOCUMENT)
    pages: Mapped[int | None]
    sheets: Mapped[int | None]
    marks: Mapped[int | None]
    wanted_at: Mapped[datetime]
    written_at: Mapped[datetime | None]
    laid_at: Mapped[datetime | None]

    def move(self, then: LetterState) -> None:
        """Move the letter on.

        :raises NotAllowedLetterMove: if the table of moves has no way there.
        """
        now = LetterState(self.state)
        if then not in ALLOWED[now]:
            raise NotAllowedLetterMove(now=now.value, then=then.value)
        self.state = then.value
