"""The tables of what is searched: the words of each case, and every word there is."""

from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from hub.store import Base, CouncilOwned

LONGEST = 40
"""Letters of a word that are looked at."""


class CaseWord(CouncilOwned, Base):
    """Hold one word of one case, folded; it goes when the case does.

    A row for each word, asked by "equals": behind row security PostgreSQL looks into no index with
    a question that it does not know to be leakproof, as those about arrays and texts are.
    """

    __tablename__ = "case_words"
    __table_args__ = (
        ForeignKeyConstraint(
            ["council", "case_id"], ["cases.council", "cases.id"], ondelete="CASCADE"
        ),
        Index("ix_case_words_case", "council", "case_id"),
    )

    word: Mapped[str] = mapped_column(String(LONGEST), primary_key=True)
    case_id: Mapped[UUID] = mapped_column(primary_key=True)


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
