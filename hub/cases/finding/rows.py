"""The tables of what is searched: the words of each case, and every word there is."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import JSON, ForeignKeyConstraint, Index, String, Text, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from hub.store import Base, CouncilOwned

LONGEST = 40
"""Letters of a word that are looked at."""

_Words = JSON().with_variant(ARRAY(Text()), "postgresql")


class CaseWords(CouncilOwned, Base):
    """Hold the words of one case, folded, each once; they go when the case does.

    On SQLite the index holds no row, for it knows no index of the words in a list.
    """

    __tablename__ = "case_words"
    __table_args__ = (
        ForeignKeyConstraint(
            ["council", "case_id"], ["cases.council", "cases.id"], ondelete="CASCADE"
        ),
        Index("ix_case_words_words", "words", postgresql_using="gin", sqlite_where=text("0")),
    )

    case_id: Mapped[UUID] = mapped_column(primary_key=True)
    words: Mapped[list[str]] = mapped_column(_Words)
    indexed_at: Mapped[datetime]


class SearchWord(CouncilOwned, Base):
    """Hold one word that stands in some case of a council."""

    __tablename__ = "search_words"
    __table_args__ = (
        Index("ix_search_words_begin", "word", postgresql_ops={"word": "text_pattern_ops"}),
    )

    word: Mapped[str] = mapped_column(String(LONGEST), primary_key=True)


class SearchSlip(CouncilOwned, Base):
    """Hold a word with one letter left out, by which it is found when it is misspelt."""

    __tablename__ = "search_slips"
    __table_args__ = (Index("ix_search_slips_word", "council", "word"),)

    slip: Mapped[str] = mapped_column(String(LONGEST), primary_key=True)
    word: Mapped[str] = mapped_column(String(LONGEST), primary_key=True)
