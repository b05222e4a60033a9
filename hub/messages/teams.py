"""Telling a team by e-mail what it must know of one of its cases."""

from uuid import UUID

from hub import cases, history
from hub.councils import Council
from hub.errors import TryAgain
from hub.messages import keeping
from hub.messages.events import EmailWanted
from hub.messages.rows import MessageKind
from hub.staff import Viewer
from hub.store import Session

_ADDED = ("NoteAdded", "DocumentAdded")
_WAITS = ("StillWaiting",)


class NotRouted(TryAgain):
    """Say that a case lies with no team yet."""

    key = "not_routed"


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


def tell_team_check(session: Session, viewer: Viewer, case_id: UUID, *, council: Council) -> None:
    """Tell the team that a person must be asked whether they agree that another asks for them.

    :raises UnknownCase: if there is none.
    :raises NotRouted: if no team has it yet.
    :raises UnknownTeam: if the council has that team no longer.
    """
    _tell(session, viewer, case_id, council=council, about=(MessageKind.CHECK, ""))


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
        to = (team.email, (council.language,))
        kind, of = about
        keeping.want(session, case_id, kind=kind, to=to, then=EmailWanted, about=of)
