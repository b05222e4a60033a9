"""Deciding how somebody is told, and wanting it in the same commit."""

from uuid import UUID

from hub import cases, history, people
from hub.councils import Council
from hub.messages.rows import MessageKind
from hub.messages.wanting import Wish, want
from hub.messages.ways import way_to
from hub.people import Way
from hub.staff import Viewer
from hub.store import Session

_CHOSEN = "WayChosen"


def acknowledge(session: Session, viewer: Viewer, case_id: UUID, *, council: Council) -> Way:
    """Have a case acknowledged in the way its asker can use, and keep the choice.

    What was chosen once stays chosen, however often it is asked for.

    :raises UnknownCase: if there is none.
    :raises NobodyReached: if no way that we know reaches them.
    """
    case = cases.seen(session, viewer, case_id)
    chosen = history.first_of(session, chain=case_id, kind=_CHOSEN)
    if chosen is not None:
        return Way(chosen["way"])
    _, passport = people.passport_of(session, viewer, case.resident_id)
    way = way_to(session, viewer, passport)
    facts = {"way": way.value, "wanted": passport.way.value}
    history.append(session, chain=case_id, kind=_CHOSEN, actor=viewer.name, facts=facts, text={})
    want(session, Wish(MessageKind.RECEIVED, case), passport=passport, way=way, council=council)
    return way


def tell_holder(
    session: Session, viewer: Viewer, case_id: UUID, *, kind: MessageKind, council: Council
) -> Way:
    """Tell the holder of a permit that it was granted or ends, in the way they can use now.

    Who chose texts gets a letter where we know an address: it is to be kept.

    :raises UnknownCase: if there is no such case.
    :raises ConsentNotChecked: if they asked for a person of whom they may not be told yet.
    :raises ConsentNotGiven: if that person does not agree.
    :raises NobodyReached: if no way that we know reaches them.
    """
    cases.demand_consent(session, viewer, case_id)
    case = cases.seen(session, viewer, case_id)
    _, passport = people.passport_of(session, viewer, case.resident_id)
    way = way_to(session, viewer, passport)
    if way is Way.TEXT and passport.address:
        way = Way.LETTER
    want(session, Wish(kind, case), passport=passport, way=way, council=council)
    return way
