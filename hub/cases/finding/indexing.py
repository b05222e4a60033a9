"""Writing down the words of cases, some seconds after they change; it may be done twice."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from sqlalchemy import Select, delete, select, update

from hub import history
from hub.cases.finding import vocabulary
from hub.cases.finding.rows import LONGEST, CaseWord
from hub.cases.rows import Answer, Asker, Behalf, Case
from hub.people import PassportRow, Resident
from hub.staff import Viewer
from hub.store import UNSYNCED, Session
from hub.values import PhoneNumber, bare_words

_AT_ONCE = 500
_MOST_WORDS = 400  # of one case: a story of two pages

_TOLD = ("NoteAdded", "AskerJoined")
"""The entries of history whose text is searched besides the answers."""


def index_waiting(session: Session, viewer: Viewer) -> int:
    """Write the words of some cases that changed, the longest waiting first; count them."""
    wanted = (
        select(Case.id, Case.reference)
        .where(Case.indexed_at.is_(None), Case.council == viewer.council)
        .order_by(Case.recorded_at)
        .limit(_AT_ONCE)
        .with_for_update(skip_locked=True)
    )
    waiting = dict(session.sql.execute(wanted).all())
    if waiting:
        _index(session, waiting)
    return len(waiting)


def _index(session: Session, references: Mapping[UUID, str]) -> None:
    ids = list(references)
    told = _told(session, ids)
    kept = {
        case_id: list(dict.fromkeys(_words([references[case_id], *told[case_id]])))[:_MOST_WORDS]
        for case_id in ids
    }
    vocabulary.learn(session, {word for words in kept.values() for word in words})
    before = set(session.sql.scalars(select(CaseWord.word).where(CaseWord.case_id.in_(ids))))
    gone = delete(CaseWord).where(CaseWord.case_id.in_(ids))
    session.sql.execute(gone, execution_options=UNSYNCED)
    rows = [
        {"council": session.council, "word": word, "case_id": case_id}
        for case_id, words in kept.items()
        for word in sorted(words)
    ]
    session.insert(CaseWord, *rows)
    if left := before.difference(*kept.values()):
        vocabulary.forget_words(session, left)
    done = update(Case).where(Case.id.in_(ids)).values(indexed_at=session.now())
    session.sql.execute(done, execution_options=UNSYNCED)


def _words(said: Sequence[str]) -> Iterator[str]:
    for each in said:
        yield from (word for word in bare_words(each) if len(word) <= LONGEST)


def _told(session: Session, ids: Sequence[UUID]) -> Mapping[UUID, list[str]]:
    """Gather what is told in each case: answers, notes, and by what its askers are known."""
    found: dict[UUID, list[str]] = defaultdict(list)
    answers = select(Answer.case_id, Answer.value).where(Answer.case_id.in_(ids))
    for case_id, value in session.sql.execute(answers):
        found[case_id] += _flat(value)
    for case_id, text in history.texts_of(session, chains=ids, kinds=_TOLD):
        found[case_id] += _flat(text)
    for case_id, name, passport in session.sql.execute(_askers(ids)):
        found[case_id] += [name, *_reached(passport)]
    for case_id, name, organisation in session.sql.execute(_parties(ids)):
        found[case_id] += [name, organisation or ""]
    return found


def _askers(ids: Sequence[UUID]) -> Select[UUID, str, PassportRow]:
    person = (Resident.id == Asker.resident_id) & (Resident.council == Asker.council)
    kept = (PassportRow.resident_id == Asker.resident_id) & (PassportRow.council == Asker.council)
    return (
        select(Asker.case_id, Resident.name, PassportRow)
        .join(Resident, person)
        .outerjoin(PassportRow, kept)
        .where(Asker.case_id.in_(ids))
    )


def _parties(ids: Sequence[UUID]) -> Select[UUID, str, str | None]:
    """Select who asks for another, and for whom."""
    person = Resident.id.in_((Behalf.asker_id, Behalf.person_id))
    return (
        select(Behalf.case_id, Resident.name, Behalf.organisation)
        .join(Resident, person & (Resident.council == Behalf.council))
        .where(Behalf.case_id.in_(ids))
    )


def _reached(passport: PassportRow | None) -> Iterator[str]:
    if passport is None:
        return
    yield passport.email or ""
    yield from _flat(passport.address)
    if passport.mobile:
        yield "".join(PhoneNumber(passport.mobile).shown.split())


def _flat(value: object) -> Iterator[str]:
    """Give every word and number in an answer or a text, however deep."""
    match value:
        case bool() | None:
            return
        case str() | int() | float():
            yield str(value)
        case dict():
            for each in value.values():
                yield from _flat(each)
        case list():
            for each in value:
                yield from _flat(each)
