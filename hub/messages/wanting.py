"""Wanting that a resident is told something: by e-mail, text or letter, each in one place."""

from dataclasses import dataclass
from uuid import UUID

from hub.cases import CaseSeen
from hub.councils import Council
from hub.messages import keeping
from hub.messages.events import EmailWanted, TextWanted
from hub.messages.rows import MessageKind
from hub.messages.ways import NobodyReached, letter_of
from hub.people import Passport, Way
from hub.store import Session


@dataclass(frozen=True, slots=True)
class Wish:
    """Hold what is to be told: of which kind, about which case, and to whom if they joined it."""

    kind: MessageKind
    case: CaseSeen
    joiner: UUID | None = None


def want(session: Session, wish: Wish, *, passport: Passport, way: Way, council: Council) -> None:
    """Want that somebody is told this way; wanted again, an e-mail or a text is the same one.

    :raises NobodyReached: if no letter can say it, and it is to go by letter.
    """
    case, about = wish.case, str(wish.joiner or "")
    if way is Way.EMAIL and passport.email:
        by_email = (passport.email, (passport.language or case.language,))
        keeping.want(session, case.id, kind=wish.kind, to=by_email, then=EmailWanted, about=about)
    elif way is Way.TEXT and passport.mobile:
        by_text = (passport.mobile, council.languages_for(passport.language))
        keeping.want(session, case.id, kind=wish.kind, to=by_text, then=TextWanted, about=about)
    elif letter := letter_of(wish.kind, case.id, joiner=wish.joiner):
        session.tell(letter)
    else:
        raise NobodyReached
