"""What is shown of a request to the browser that sent it, whenever it asks again."""

from collections.abc import Iterable
from dataclasses import dataclass

from hub import cases, drafts
from hub.cases import BehalfSeen, CaseSeen
from hub.councils import Council
from hub.drafts import Draft, UnknownDraft
from hub.interview import Interview
from hub.staff import Viewer
from hub.store import Session


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Hold a case, the answers that reached it, and the word of the draft it was opened from."""

    token: str
    case: CaseSeen
    asked: Interview
    behalf: BehalfSeen | None


def confirmation(session: Session, tokens: Iterable[str], *, council: Council) -> Confirmation:
    """Give the case of the first of these drafts that was sent; that it was shown is history.

    :raises UnknownDraft: if none of them was.
    """
    for token in tokens:
        draft = _found(session, token)
        if draft is not None and draft.case_id is not None and draft.joins is None:
            own = Viewer.resident(session.council, draft.case_id)
            cases.read(session, own, draft.case_id)
            told = cases.interview_of(session, own, draft.case_id, timezone=council.timezone)
            behalf = cases.behalf_of(session, own, draft.case_id)
            return Confirmation(token, *told, behalf)
    raise UnknownDraft


def _found(session: Session, token: str) -> Draft | None:
    try:
        return drafts.find(session, token)
    except UnknownDraft:
        return None
