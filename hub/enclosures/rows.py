"""The table of enclosures."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from hub.store import NAMES_DOCUMENT, Base, CouncilOwned


class Enclosure(CouncilOwned, Base):
    """Hold one file that was sent to a question of a draft, and goes to the draft's case.

    `sha256` is the document that is kept, `thumbnail` its small picture; both are empty once the
    documents are let go, and so is `name`, which is what the sender called it, without a folder.
    `kind` is a media type and `size` counts bytes, both of the document that is kept.
    """

    __tablename__ = "enclosures"
    _going: ClassVar = text("removed_at IS NOT NULL AND sha256 IS NOT NULL")
    __table_args__ = (
        Index("ix_enclosures_draft", "council", "draft_id"),
        Index("ix_enclosures_case", "council", "case_id"),
        Index("ix_enclosures_sha256", "council", "sha256"),
        Index("ix_enclosures_thumbnail", "council", "thumbnail"),
        Index("ix_enclosures_going", "removed_at", postgresql_where=_going, sqlite_where=_going),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    draft_id: Mapped[UUID | None]
    case_id: Mapped[UUID | None]
    path: Mapped[str] = mapped_column(String(200))
    sha256: Mapped[str | None] = mapped_column(String(64), info=NAMES_DOCUMENT)
    thumbnail: Mapped[str | None] = mapped_column(String(64), info=NAMES_DOCUMENT)
    name: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(100))
    size: Mapped[int]
    pages: Mapped[int]
    at: Mapped[datetime]
    removed_at: Mapped[datetime | None]
