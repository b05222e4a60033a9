"""The table of saved drafts: by which code, and by whom, each may be taken up elsewhere."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hub.store import Base, CouncilOwned, Json
from hub.values import EmailAddress, Language, PhoneNumber, PostalAddress


class CodeBy(StrEnum):
    """Name the way on which a resident gets the code; a note is what they write down themselves."""

    EMAIL = "e-mail"
    TEXT = "text"
    LETTER = "letter"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeFor:
    """Hold what a resident told us when they saved: where the code goes, and how they read.

    It is also what they say when they come back: the e-mail address, or the mobile number, or the
    postcode of where the letter went, or the surname of who wrote the code down.
    """

    by: CodeBy
    language: Language
    size: int
    name: str = ""
    address: PostalAddress | None = None
    email: EmailAddress | None = None
    mobile: PhoneNumber | None = None


class SavedDraft(CouncilOwned, Base):
    """Keep how one draft is taken up on another device.

    `code_hash` is a keyed hash of the code, which is kept nowhere. `edition` counts how often the
    resident said anew where the code should go; each has a code of its own and only the newest
    opens. All that tells about a person, and the hash, is taken out when the draft ends. `wrong`
    counts wrong answers since `wrong_since`.
    """

    __tablename__ = "saved_drafts"
    __table_args__ = (
        UniqueConstraint("council", "draft_id"),
        UniqueConstraint("council", "code_hash"),
        ForeignKeyConstraint(["council", "draft_id"], ["drafts.council", "drafts.id"]),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    draft_id: Mapped[UUID]
    edition: Mapped[int]
    code_hash: Mapped[bytes | None]
    way: Mapped[str] = mapped_column(String(20))
    language: Mapped[str] = mapped_column(String(10))
    size: Mapped[int]
    name: Mapped[str | None]
    address: Mapped[dict[str, str] | None] = mapped_column(Json)
    email: Mapped[str | None]
    mobile: Mapped[str | None]
    wrong: Mapped[int]
    wrong_since: Mapped[datetime | None]
    saved_at: Mapped[datetime]
    reminded_at: Mapped[datetime | None]

    def told(self) -> CodeFor:
        """Give what the resident told when they saved."""
        return CodeFor(
            by=CodeBy(self.way),
            language=Language(self.language),
            size=self.size,
            name=self.name or "",
            address=PostalAddress.parse(self.address) if self.address else None,
            email=EmailAddress(self.email) if self.email else None,
            mobile=PhoneNumber(self.mobile) if self.mobile else None,
        )
