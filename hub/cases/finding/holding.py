"""Whether a case holds words, asked by indexes that are used behind the walls too."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import QueryableAttribute

from hub.cases.finding.rows import CaseWord
from hub.cases.rows import Case
from hub.store import Session


def holds_one(words: Collection[str]) -> ColumnElement[bool]:
    """Make the condition that a case holds one of these words."""
    return Case.id.in_(select(CaseWord.case_id).where(CaseWord.word.in_(sorted(words))))


def begins(session: Session, word: QueryableAttribute[str], beginning: str) -> ColumnElement[bool]:
    """Make the condition that a word begins so.

    Behind row security PostgreSQL looks into an index only with what it knows to tell nothing of
    other rows (leakproof): "starts with" is such a question, and LIKE is none.
    """
    if session.sql.get_bind().dialect.name == "postgresql":
        return word.bool_op("^@")(beginning)
    return word.startswith(beginning, autoescape=True)


def words_of(session: Session, case_id: UUID) -> set[str]:
    """Give the words of a case."""
    return set(session.sql.scalars(select(CaseWord.word).where(CaseWord.case_id == case_id)))


def held(
    session: Session, words: Collection[str], *, among: Collection[UUID] | None = None
) -> set[str]:
    """Give those of these words that stand in some case, or in one of those that are named."""
    wanted = select(CaseWord.word).where(CaseWord.word.in_(sorted(words))).distinct()
    if among is not None:
        wanted = wanted.where(CaseWord.case_id.in_(among))
    return set(session.sql.scalars(wanted))
