"""What is done to a case that is open."""

from typing import Any
from uuid import UUID

from sqlalchemy import select

from hub import bookings, history, people
from hub.cases.events import CaseRouted, CheckWanted
from hub.cases.queries import UnknownCase
from hub.cases.rows import Case
from hub.cases.status import Status, demand_move
from hub.people import ConsentState
from hub.staff import Viewer
from hub.store import Session


def move(session: Session, viewer: Viewer, case_id: UUID, *, then: Status) -> None:
    """Move a case to another state and write it into its history; closed, it gives its day back.

    Opened again it takes that day again; if it is lost, that is history too, and the team must
    arrange another.

    :raises UnknownCase: if there is none.
    :raises NotAllowedMove: if the table of moves does not have it.
    """
    case = _take(session, viewer, case_id)
    now = Status(case.status)
    demand_move(now, then)
    changed: dict[str, Any] = {"status": then.value}
    if then is Status.CLOSED or now is Status.CLOSED:
        changed["closed_at"] = session.now() if then is Status.CLOSED else None
        changed["kept_until"] = None  # it is reckoned anew
    _change(session, case, changed)
    if then is Status.CLOSED:
        bookings.free(session, case_id)
    facts = {"now": now.value, "then": then.value}
    history.append(
        session, chain=case_id, kind="CaseMoved", actor=viewer.name, facts=facts, text={}
    )
    if now is Status.CLOSED:
        _book_again(session, viewer, case_id)


def give_to_team(
    session: Session, viewer: Viewer, case_id: UUID, *, team: str, reason: str
) -> None:
    """Give an opened case to the team that answers it, and keep the reason.

    One that is to be checked stays so: somebody of the team checks it before the team works on it.
    A case that lies with a team already stays there: what was done once is not done twice.

    :raises UnknownCase: if there is none.
    :raises NotAllowedMove: if the case is closed.
    """
    case = _take(session, viewer, case_id)
    if case.team is not None:
        return
    is_checked = Status(case.status) is not Status.CHECKING
    then = Status.WITH_TEAM if is_checked else Status.CHECKING
    if is_checked:
        demand_move(Status(case.status), then)
    _change(session, case, {"team": team, "route_reason": reason, "status": then.value})
    facts = {"team": team, "reason": reason}
    history.append(
        session, chain=case_id, kind="CaseRouted", actor=viewer.name, facts=facts, text={}
    )
    session.tell(CaseRouted(case_id))
    if people.consent_state(session, viewer, case_id) is ConsentState.TO_CHECK:
        session.tell(CheckWanted(case_id))


def settle_consent(session: Session, viewer: Viewer, case_id: UUID, *, then: ConsentState) -> None:
    """Write down what the person said whom a case was asked for; agreed, the team goes on.

    :raises UnknownCase: if there is none.
    :raises NotAllowed: if a resident says so.
    :raises NotAllowedConsentMove: if there is nothing to settle.
    """
    case = _take(session, viewer, case_id)
    if then is ConsentState.WITHDRAWN:
        people.withdraw_consent(session, viewer, case_id)
        return
    people.confirm_consent(session, viewer, case_id)
    if Status(case.status) is Status.CHECKING and case.team is not None:
        move(session, viewer, case_id, then=Status.WITH_TEAM)


def warn(session: Session, viewer: Viewer, case_id: UUID) -> bool:
    """Mark that the promised day is near; False if that is done or needless."""
    case = _take(session, viewer, case_id)
    if case.warned_at is not None or Status(case.status) is Status.CLOSED:
        return False
    _change(session, case, {"warned_at": session.now()})
    facts = {"answer_by": case.answer_by.isoformat()}
    history.append(
        session, chain=case_id, kind="DeadlineWarned", actor=viewer.name, facts=facts, text={}
    )
    return True


def _book_again(session: Session, viewer: Viewer, case_id: UUID) -> None:
    lost = bookings.take_again(session, case_id)
    if lost is not None:
        facts = {"day": lost.isoformat()}
        history.append(
            session, chain=case_id, kind="DayLost", actor=viewer.name, facts=facts, text={}
        )


def _take(session: Session, viewer: Viewer, case_id: UUID) -> Case:
    wanted = select(Case).where(Case.id == case_id, Case.erased_at.is_(None)).with_for_update()
    case = session.sql.execute(wanted).scalar_one_or_none()
    if case is None:
        raise UnknownCase
    viewer.demand_work(case_id, case.team)
    return case


def _change(session: Session, case: Case, changed: dict[str, Any]) -> None:
    for name, value in changed.items():
        setattr(case, name, value)
    session.sql.flush()
