"""Whether a case holds words, asked of each database in its own way.

PostgreSQL has an index of all words of all cases (GIN). Behind row security it does not use it, for
"overlaps" is no leakproof question (docs/decisions/0020). SQLite reads the words of every case of
the council, which for as many as one office has takes some hundredths of a second.
"""

from collections.abc import Collection

from sqlalchemy import ColumnElement, Text, cast, or_, select
from sqlalchemy.dialects.postgresql import ARRAY, array
from sqlalchemy.orm import QueryableAttribute

from hub.cases.finding.rows import CaseWords
from hub.store import Session


def holds_one(session: Session, words: Collection[str]) -> ColumnElement[bool]:
    """Make the condition that a case holds one of these words."""
    if session.sql.get_bind().dialect.name == "postgresql":
        wanted = cast(array(sorted(words)), ARRAY(Text()))
        return CaseWords.words.bool_op("&&")(wanted)
    said = cast(CaseWords.words, Text)
    return or_(*(said.contains(f'"{word}"', autoescape=True) for word in sorted(words)))


def begins(session: Session, word: QueryableAttribute[str], beginning: str) -> ColumnElement[bool]:
    """Make the condition that a word begins so.

    Behind row security PostgreSQL looks into an index only with what it knows to tell nothing of
    other rows (leakproof): "starts with" is such a question, and LIKE is none.
    """
    if session.sql.get_bind().dialect.name == "postgresql":
        return word.bool_op("^@")(beginning)
    return word.startswith(beginning, autoescape=True)


def held(session: Session, words: Collection[str]) -> set[str]:
    """Give those of these words that stand in some case; a case that holds many answers for all."""
    found: set[str] = set()
    while left := set(words) - found:
        wanted = select(CaseWords.words).where(holds_one(session, left)).limit(1)
        there = left.intersection(session.sql.scalar(wanted) or ())
        if not there:
            break
        found |= there
    return found
