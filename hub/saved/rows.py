"""The table of notices: each code, and each reminder, that goes out about a saved draft."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hub.store import Base, CouncilOwned


class NoticeKind(StrEnum):
    """Say what is told: the code, or that the draft will not be kept much longer."""

    CODE = "saved"
    REMINDER = "saved-reminder"


class NoticeState(StrEnum):
    """Say how far a notice has come; one whose draft ends first stays wanted, and never goes."""

    WANTED = "wanted"
    GONE = "gone"
    FAILED = "failed"


class SaveNotice(CouncilOwned, Base):
    """Be one e-mail or letter about a saved draft; it says to whom nowhere but in the draft's row.

    There is one of each kind for each edition of a code, whatever is done twice.
    """

    __tablename__ = "save_notices"
    __table_args__ = (
        UniqueConstraint("council", "saved_id", "kind", "edition"),
        ForeignKeyConstraint(["council", "saved_id"], ["saved_drafts.council", "saved_drafts.id"]),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    saved_id: Mapped[UUID]
    edition: Mapped[int]
    kind: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str | None] = mapped_column(String(60))
    wanted_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
