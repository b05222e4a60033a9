"""Every word that stands in some case: learnt when it comes, forgotten with its last case.

A misspelt word is found through its slips, the word with each letter left out in turn: two words
one slip apart share a slip or one is a slip of the other (W. Garbe's symmetric deletes).
"""

from collections.abc import Collection, Iterable

from rapidfuzz.distance import OSA
from sqlalchemy import delete, func, or_, select

from hub.cases.finding import holding
from hub.cases.finding.rows import SearchSlip, SearchWord
from hub.store import UNSYNCED, Session

_SHORTEST, _LONG = 4, 8  # letters from which one slip, and two, are forgiven
_BEGUN = 50  # words that a begun word may become
_NEAR = 12
_AT_ONCE = 5000  # words of one question: no database takes as many as it is given
_TURN = 5_023  # what the lock of a vocabulary is known by, beside its council


def learn(session: Session, words: Collection[str]) -> None:
    """Let the council know these words."""
    _take_turn(session)
    new = sorted(set(words) - known(session, words))
    if not new:
        return
    council = session.council
    session.insert(SearchWord, *({"council": council, "word": word} for word in new))
    slips = [
        {"council": council, "slip": slip, "word": word}
        for word in new
        for slip in sorted(slips_of(word))
    ]
    if slips:
        session.insert(SearchSlip, *slips)


def forget_words(session: Session, words: Iterable[str]) -> None:
    """Forget those of these words that stand in no case any more."""
    _take_turn(session)
    said = set(words)
    gone = said - holding.held(session, said)
    for table in (SearchWord, SearchSlip):
        session.sql.execute(delete(table).where(table.word.in_(gone)), execution_options=UNSYNCED)


def begun(session: Session, beginning: str) -> set[str]:
    """Give known words that begin so."""
    begins = holding.begins(session, SearchWord.word, beginning)
    wanted = select(SearchWord.word).where(begins).order_by(SearchWord.word).limit(_BEGUN)
    return set(session.sql.scalars(wanted))


def known(session: Session, words: Collection[str]) -> set[str]:
    """Give those of these words that stand in some case."""
    asked, there = sorted(words), set[str]()
    for at in range(0, len(asked), _AT_ONCE):
        wanted = select(SearchWord.word).where(SearchWord.word.in_(asked[at : at + _AT_ONCE]))
        there.update(session.sql.scalars(wanted))
    return there


def near(session: Session, word: str) -> set[str]:
    """Give known words that this one may be a slip of the pen for, the nearest alone."""
    slips = slips_of(word)
    if not slips:
        return set()
    shared = [word, *sorted(slips)]
    wanted = select(SearchSlip.word).where(
        or_(SearchSlip.slip.in_(shared), SearchSlip.word.in_(shared))
    )
    most = 2 if len(word) >= _LONG else 1
    rated = {
        other: OSA.distance(word, other, score_cutoff=most)
        for other in session.sql.scalars(wanted.distinct())
    }
    best = min(rated.values(), default=most + 1)
    if best > most:
        return set()
    return set(sorted(other for other, slips in rated.items() if slips == best)[:_NEAR])


def slips_of(word: str) -> set[str]:
    """Give a word with each letter left out in turn; none of a short word, or one with a digit."""
    if len(word) < _SHORTEST or not word.isalpha():
        return set()
    return {word[:at] + word[at + 1 :] for at in range(len(word))}


def _take_turn(session: Session) -> None:
    """Let nobody else of the council learn or forget until the transaction ends.

    Else of two who forget the last cases of a word each sees the other's, and the word stays; and
    who learns a word that is just being forgotten takes it for known. SQLite has one writer anyway.
    """
    if session.sql.get_bind().dialect.name == "postgresql":
        turn = func.pg_advisory_xact_lock(_TURN, func.hashtext(session.council))
        session.sql.execute(select(turn))
