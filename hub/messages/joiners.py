"""Acknowledging to those who were added to somebody's case, each once, in the way they can use."""

from uuid import UUID

from hub import cases, history, people
from hub.councils import Council
from hub.messages.rows import MessageKind
from hub.messages.wanting import Wish, want
from hub.messages.ways import way_to
from hub.staff import Viewer
from hub.store import Session

_CHOSEN = "JoinerWayChosen"


def acknowledge_joiner(
    session: Session, viewer: Viewer, resident_id: UUID, *, council: Council
) -> None:
    """Have it acknowledged to somebody that they were added to a case, in the way they can use.

    :raises UnknownCase: if they were added to none.
    :raises NobodyReached: if no way that we know reaches them.
    """
    case_id, _ = cases.joined(session, viewer, resident_id)
    case, asker = cases.seen(session, viewer, case_id), str(resident_id)
    history.first_of(session, chain=case_id, kind=_CHOSEN)  # nobody else adds meanwhile
    chosen = history.happened(session, chain=case_id, kinds=(_CHOSEN,))
    if any(one.facts["asker"] == asker for one in chosen):
        return
    _, passport = people.passport_of(session, viewer, resident_id)
    way = way_to(session, viewer, passport)
    facts = {"asker": asker, "way": way.value, "wanted": passport.way.value}
    history.append(session, chain=case_id, kind=_CHOSEN, actor=viewer.name, facts=facts)
    wish = Wish(MessageKind.JOINED, case, joiner=resident_id)
    want(session, wish, passport=passport, way=way, council=council)
