"""What is done to places: one is held in the commit of its case, and given back with it."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from sqlalchemy import delete, select, update

from hub import interview
from hub.bookings.days import offered
from hub.bookings.errors import DayGone
from hub.bookings.free import postcode_of, question_of
from hub.bookings.rows import Booked
from hub.catalogue.definition import BookingRound
from hub.councils import Council
from hub.interview import Interview
from hub.staff import Viewer
from hub.store import UNSYNCED, Session


def hold(
    session: Session,
    viewer: Viewer,
    asked: Interview,
    *,
    case_id: UUID,
    today: date,
    council: Council,
) -> None:
    """Take a place on the day that was chosen, in the caller's one commit; none chosen, none taken.

    Of many who want the last place at once, one gets it: the slot is a unique row, and who comes
    second waits for the first one's commit.

    :raises DayGone: if no place is left, or the day is not offered to this home any more. Nothing
        is written then, so the caller's transaction may go on.
    """
    question = question_of(asked.service)
    day = interview.applicable(asked).get(question.id) if question else None
    if question is None or question.booking is None or not isinstance(day, str):
        return
    postcode, service = postcode_of(asked), asked.service.id
    days = dict(offered(service, question.booking, today=today, council=council, postcode=postcode))
    wanted = date.fromisoformat(day)
    row = {"council": viewer.council, "service": asked.service.id, "day": wanted}
    row |= {"case_id": case_id, "held_at": session.now()}
    for round_ in days.get(wanted, ()):
        for slot in _slots_left(session, asked.service.id, wanted, round_):
            own = {"id": session.chance.uuid(), "round": round_.id, "slot": slot}
            if session.insert_once(Booked, {**row, **own}):
                return
    raise DayGone(question.id)


def free(session: Session, case_id: UUID) -> None:
    """Give back what a case holds on days to come; a day that was kept stays written."""
    held = (Booked.case_id == case_id, Booked.freed_at.is_(None))
    # The day in Greenwich: at worst a place of the day that just began is given back too.
    to_come = Booked.day >= session.now().date()
    given = update(Booked).where(*held, to_come).values(freed_at=session.now())
    session.sql.execute(given, execution_options=UNSYNCED)


def take_again(session: Session, case_id: UUID) -> date | None:
    """Take the place again that a case gave back with its closing; give its day if it is lost.

    It is lost if somebody else has the place by now, or the day is over.
    """
    given_back = (Booked.case_id == case_id, Booked.freed_at.is_not(None))
    wanted = select(Booked).where(*given_back).order_by(Booked.freed_at.desc()).limit(1)
    before = session.sql.scalars(wanted).one_or_none()
    if before is None:
        return None
    same = {"council": before.council, "service": before.service, "round": before.round}
    place = {**same, "day": before.day, "slot": before.slot, "case_id": case_id}
    own = {"id": session.chance.uuid(), "held_at": session.now()}
    is_to_come = before.day >= session.now().date()
    is_held = is_to_come and session.insert_once(Booked, {**place, **own})
    return None if is_held else before.day


def forgo(session: Session, case_id: UUID) -> None:
    """Leave a place that was held in this transaction for a case that is not opened after all."""
    held = delete(Booked).where(Booked.case_id == case_id)
    session.sql.execute(held, execution_options=UNSYNCED)


def _slots_left(session: Session, service: str, day: date, round_: BookingRound) -> Iterator[int]:
    held = select(Booked.slot).where(
        Booked.service == service,
        Booked.day == day,
        Booked.round == round_.id,
        Booked.freed_at.is_(None),
    )
    taken = set(session.sql.scalars(held))
    return (slot for slot in range(1, round_.places + 1) if slot not in taken)
