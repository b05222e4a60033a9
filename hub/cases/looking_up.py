"""Looking up a case without an account: its reference, and a second fact that few can know.

Whoever knows a reference could try postcode after postcode, from as many addresses as they like:
so wrong facts are counted by case, in the store, whatever door or process they came by.
"""

import hmac
from datetime import timedelta

from sqlalchemy import Select, delete, func, select

from hub import people
from hub.cases import reading
from hub.cases.queries import CaseSeen, UnknownCase
from hub.cases.rows import Asker, Case, WrongFact
from hub.people import ConsentState, PassportRow, Resident, Way
from hub.staff import Viewer
from hub.store import UNSYNCED, Session
from hub.values import PhoneNumber, Postcode, Reference, WrongValue

MOST_WRONG_FACTS = 10
"""How many wrong facts an hour a case bears; then it is answered as if every fact were wrong."""

_COUNTED = timedelta(hours=1)

_Found = Select[Case, Asker, PassportRow, str]


def look_up(session: Session, *, reference: str, fact: str) -> CaseSeen:
    """Give a case to a resident who knows its reference and a second fact.

    The fact is a postcode (of the home, or of the address we write to), the e-mail address or the
    mobile that was given when it was asked, or the surname of somebody who collects their letters.
    Once a person took back that another asks for them, no fact opens it: the other knows them all.
    Of several askers who share the fact it is the one who came last: they are shown the least. That
    somebody looked is history. A wrong fact is counted in this transaction: who catches the error
    must let it be kept.

    :raises UnknownCase: if the reference or the fact is wrong, or too many facts of this hour were;
        nobody can tell which.
    """
    found = session.sql.execute(_with_askers(_digits(reference))).all()
    if not found or _is_guessed_at(session, found[0][0]) or _is_shut(session, found[0][0]):
        raise UnknownCase
    for case, asker, passport, name in found:
        if _knows(asker, fact) or _is_told_of(passport, name, fact):
            return _read_by_resident(session, case, asker)
    _count(session, found[0][0])
    raise UnknownCase


def _with_askers(reference: str) -> _Found:
    """Select a case with each who asked; passport and name are None once they are erased."""
    their = Asker.resident_id
    passport = (PassportRow.resident_id == their) & (PassportRow.council == Asker.council)
    person = (Resident.id == their) & (Resident.council == Asker.council)
    return (
        select(Case, Asker, PassportRow, Resident.name)
        .join(Asker, (Asker.case_id == Case.id) & (Asker.council == Case.council))
        .outerjoin(PassportRow, passport)
        .outerjoin(Resident, person)
        .where(Case.reference == reference)
        .order_by(Asker.number.desc())
    )


def _knows(asker: Asker, fact: str) -> bool:
    told = _fact(fact)
    return any(_same(one, told) for one in (asker.postcode, asker.email))


def _is_told_of(passport: PassportRow | None, name: str | None, fact: str) -> bool:
    """Say whether the fact is where we write to, or the name of somebody who collects letters."""
    if passport is None:
        return False
    if passport.way == Way.COUNTER:
        return people.is_surname(fact, name=name or "")
    places = ((passport.address or {}).get("postcode"), passport.mobile)
    return any(_same(place, _fact(fact)) for place in places)


def _is_shut(session: Session, case: Case) -> bool:
    """Say whether a person took back that another asks for them, who knows each fact of it."""
    own = Viewer.resident(session.council, case.id)
    return people.consent_state(session, own, case.id) is ConsentState.WITHDRAWN


def _is_guessed_at(session: Session, case: Case) -> bool:
    since = session.now() - _COUNTED
    lately = (WrongFact.case_id == case.id, WrongFact.at > since)
    counted = session.sql.scalar(select(func.count()).select_from(WrongFact).where(*lately))
    return (counted or 0) >= MOST_WRONG_FACTS


def _count(session: Session, case: Case) -> None:
    """Count one more wrong fact, and sweep out what counts no more."""
    now = session.now()
    old = delete(WrongFact).where(WrongFact.at <= now - _COUNTED)
    session.sql.execute(old, execution_options=UNSYNCED)
    wrong = {"council": session.council, "id": session.chance.uuid(), "case_id": case.id, "at": now}
    session.insert(WrongFact, wrong)


def _read_by_resident(session: Session, case: Case, asker: Asker) -> CaseSeen:
    reading.note(session, Viewer.resident(session.council, case.id), case.id)
    return CaseSeen.of(case, asker.resident_id)


def _digits(reference: str) -> str:
    try:
        return Reference.parse(reference).digits
    except WrongValue:
        return ""


def _fact(words: str) -> str:
    for kind in (Postcode.parse, PhoneNumber.parse):
        try:
            return str(kind(words))
        except WrongValue:
            continue
    return words.strip().lower()


def _same(kept: str | None, told: str) -> bool:
    return bool(kept) and hmac.compare_digest(_bytes(kept or ""), _bytes(told))


def _bytes(words: str) -> bytes:
    return words.encode("utf-8", "surrogatepass")
