"""Erasing one case: everything personal in every room, in one commit.

The papers themselves go after that commit (`store.going`, `enclosures.let_go`), and what lies in
folders of printers and mail after it too (`copies`): killed in between, they are found again.
"""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from hub import arrivals, cases, enclosures, history, letters, messages, people, permits
from hub.cases import Case, Status
from hub.councils import Council
from hub.sharing import wanting
from hub.sharing.events import CaseErased, ErasureDue
from hub.sharing.finding import is_over
from hub.sharing.holding import is_held
from hub.sharing.rows import Erasure
from hub.staff import Viewer
from hub.store import Session, going, jobs

LOOKED_AT_AGAIN = timedelta(hours=1)
"""So long after a case was erased it is looked at again.

What somebody was writing just then, and kept a moment later, goes then."""

_ANEW = {"populate_existing": True}


def carry_out(session: Session, viewer: Viewer, erasure_id: UUID, *, council: Council) -> None:
    """Erase what is wanted erased, if it may still be; done again, what came in between goes too.

    A case that was opened again or held back meanwhile is let be, and found again in its time.

    :raises NotAllowed: if it is not the hub itself that erases.
    """
    case_id = session.sql.scalar(select(Erasure.case_id).where(Erasure.id == erasure_id))
    if case_id is None:
        return
    case = cases.hold_bare(session, viewer, case_id)
    erasure = _locked(session, erasure_id)
    if erasure is None or (erasure.done_at and case.status != Status.CLOSED):
        return
    if erasure.done_at:
        erase(session, viewer, case, council=council)
        session.tell(CaseErased(erasure_id))
    elif _may_go(session, viewer, case, council=council):
        complete(session, viewer, case, erasure_id=erasure_id, council=council)
    else:
        session.sql.delete(erasure)


def complete(
    session: Session, viewer: Viewer, case: Case, *, erasure_id: UUID, council: Council
) -> None:
    """Erase a case whose erasure is wanted, write it down, and have it looked at again."""
    cause = session.sql.scalar(select(Erasure.cause).where(Erasure.id == erasure_id))
    erase(session, viewer, case, council=council)
    facts = {"cause": str(cause), "all": case.erased_at is not None}
    history.append(session, chain=case.id, kind="CaseErased", actor=viewer.name, facts=facts)
    wanting.say_done(session, erasure_id, at=session.now())
    session.tell(CaseErased(erasure_id))
    session.tell(ErasureDue(erasure_id, due_at=session.now() + LOOKED_AT_AGAIN))


def erase(session: Session, viewer: Viewer, case: Case, *, council: Council) -> None:
    """Erase all that is personal about a case, but what a permit that still holds needs.

    While a permit holds, its holder's name, contacts and second facts stay, and what is on its way
    to them; they go when it has ended.
    """
    today = session.now().astimezone(council.timezone).date()
    until = permits.holds_until(session, viewer, case.id, today=today)
    _erase_told(session, viewer, case.id, whole=until is None)
    if until is None:
        _erase_people(session, viewer, case.id)
    else:
        cases.keep_until(session, viewer, case.id, day=until)
    session.sql.refresh(case)


def _erase_told(session: Session, viewer: Viewer, case_id: UUID, *, whole: bool) -> None:
    papers = letters.erase(session, viewer, case_id, whole=whole)
    messages.erase(session, viewer, case_id, whole=whole)
    cases.erase_told(session, viewer, case_id)
    enclosures.erase(session, viewer, case_id)
    arrivals.erase(session, case_id)
    going.mark(session, papers)
    history.erase_text(session, chain=case_id, actor=viewer.name, reason="erased")


def _erase_people(session: Session, viewer: Viewer, case_id: UUID) -> None:
    those = cases.people_of(session, viewer, case_id)
    about = (
        *letters.ids_of(session, viewer, case_id),
        *messages.ids_of(session, viewer, case_id),
    )
    jobs.call_off(session, (case_id, *those, *about))
    permits.erase(session, viewer, case_id)
    cases.erase_askers(session, viewer, case_id)
    people.forget(session, viewer, those)


def _may_go(session: Session, viewer: Viewer, case: Case, *, council: Council) -> bool:
    today = session.now().astimezone(council.timezone).date()
    return is_over(case, today=today) and not is_held(session, viewer, case.id)


def _locked(session: Session, erasure_id: UUID) -> Erasure | None:
    asked = select(Erasure).where(Erasure.id == erasure_id).with_for_update()
    return session.sql.scalars(asked, execution_options=_ANEW).one_or_none()
