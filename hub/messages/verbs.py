"""Deciding how somebody is told, and wanting it in the same commit."""

from uuid import UUID

from hub import cases, history, people
from hub.councils import Council
from hub.errors import TryAgain
from hub.messages.events import EmailWanted, JoinerLetterWanted, LetterWanted
from hub.messages.rows import Message, MessageKind, MessageState
from hub.people import Passport, Way
from hub.staff import Viewer
from hub.store import Session
from hub.values import EmailAddress, Language

_CHOSEN = "WayChosen"
_JOINER_CHOSEN = "JoinerWayChosen"
_ADDED = ("NoteAdded", "DocumentAdded")
_WAITS = ("StillWaiting",)


class NotRouted(TryAgain):
    """Say that a case lies with no team yet."""

    key = "not_routed"


def acknowledge(session: Session, viewer: Viewer, case_id: UUID) -> Way:
    """Have a case acknowledged in the way its asker can use, and keep the choice.

    What was chosen once stays chosen, however often it is asked for.

    :raises UnknownCase: if there is none.
    """
    case = cases.seen(session, viewer, case_id)
    chosen = history.first_of(session, chain=case_id, kind=_CHOSEN)
    if chosen is not None:
        return Way(chosen["way"])
    _, passport = people.passport_of(session, viewer, case.resident_id)
    way = _way(passport)
    facts = {"way": way.value, "wanted": passport.way.value}
    history.append(session, chain=case_id, kind=_CHOSEN, actor=viewer.name, facts=facts, text={})
    if way is Way.EMAIL and passport.email:
        language = passport.language or case.language
        about = (MessageKind.RECEIVED, "")
        _want(session, case_id, about=about, to=(passport.email, language))
    else:
        session.tell(LetterWanted(case_id))
    return way


def acknowledge_joiner(session: Session, viewer: Viewer, resident_id: UUID) -> None:
    """Have it acknowledged to somebody that they were added to a case, in the way they can use.

    :raises UnknownCase: if they were added to none.
    """
    case_id, _ = cases.joined(session, viewer, resident_id)
    case, asker = cases.seen(session, viewer, case_id), str(resident_id)
    history.first_of(session, chain=case_id, kind=_JOINER_CHOSEN)  # nobody else adds meanwhile
    chosen = history.happened(session, chain=case_id, kinds=(_JOINER_CHOSEN,))
    if any(one.facts["asker"] == asker for one in chosen):
        return
    _, passport = people.passport_of(session, viewer, resident_id)
    way = _way(passport)
    facts = {"asker": asker, "way": way.value, "wanted": passport.way.value}
    history.append(session, chain=case_id, kind=_JOINER_CHOSEN, actor=viewer.name, facts=facts)
    if way is Way.EMAIL and passport.email:
        to = (passport.email, passport.language or case.language)
        _want(session, case_id, about=(MessageKind.JOINED, asker), to=to)
    else:
        session.tell(JoinerLetterWanted(resident_id))


def tell_team(session: Session, viewer: Viewer, case_id: UUID, *, council: Council) -> None:
    """Tell the team of a case by e-mail that its promised day is near.

    A team without an e-mail address sees it in its queue alone.

    :raises UnknownCase: if there is none.
    :raises NotRouted: if no team has it yet; somebody must be told, so it is tried again.
    :raises UnknownTeam: if the council has that team no longer.
    """
    _tell(session, viewer, case_id, council=council, about=(MessageKind.DEADLINE, ""))


def tell_team_more(session: Session, viewer: Viewer, case_id: UUID, *, council: Council) -> None:
    """Tell the team that an asker added something; of all added so far they are told once.

    :raises UnknownCase: if there is none.
    :raises NotRouted: if no team has it yet.
    :raises UnknownTeam: if the council has that team no longer.
    """
    last = _last(session, case_id, kinds=_ADDED)
    _tell(session, viewer, case_id, council=council, about=(MessageKind.ADDED, last))


def tell_team_waiting(session: Session, viewer: Viewer, case_id: UUID, *, council: Council) -> None:
    """Tell the team that an asker still waits.

    :raises UnknownCase: if there is none.
    :raises NotRouted: if no team has it yet.
    :raises UnknownTeam: if the council has that team no longer.
    """
    last = _last(session, case_id, kinds=_WAITS)
    _tell(session, viewer, case_id, council=council, about=(MessageKind.WAITS, last))


def _last(session: Session, case_id: UUID, *, kinds: tuple[str, ...]) -> str:
    told = history.happened(session, chain=case_id, kinds=kinds)
    return str(told[-1].number) if told else ""


def _tell(
    session: Session,
    viewer: Viewer,
    case_id: UUID,
    *,
    council: Council,
    about: tuple[MessageKind, str],
) -> None:
    case = cases.seen(session, viewer, case_id)
    if case.team is None:
        raise NotRouted
    team = council.team(case.team)
    if team.email is not None:
        to = (team.email, council.languages[0])
        _want(session, case_id, about=about, to=to)


def _way(passport: Passport) -> Way:
    return Way.EMAIL if passport.way is Way.EMAIL and passport.email else Way.LETTER


def _want(
    session: Session,
    case_id: UUID,
    *,
    about: tuple[MessageKind, str],
    to: tuple[EmailAddress, Language],
) -> None:
    message_id = session.chance.uuid()
    wanted = {
        "council": session.council,
        "id": message_id,
        "case_id": case_id,
        "kind": about[0].value,
        "about": about[1],
        "way": Way.EMAIL.value,
        "to": to[0].shown,
        "language": to[1].value,
        "state": MessageState.WANTED.value,
        "wanted_at": session.now(),
    }
    if session.insert_once(Message, wanted):
        session.tell(EmailWanted(message_id))
