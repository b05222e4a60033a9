"""Who is known: the case that this browser looked up with a second fact, for half an hour.

The cookie holds the ids of the case and of the one who asked; what they told stands nowhere in it.
"""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from flask import session

from channels.pages import Visit, visit
from channels.web import tokens
from hub.staff import Viewer

_KNOWN = "known"
_LASTS = timedelta(minutes=30)  # after the last page of it; then the second fact is asked again


class NotKnown(Exception):
    """Say that nobody is known here, or not for the case that a page was made for."""


@dataclass(frozen=True, slots=True)
class Known:
    """Hold a case that was looked up, and the id of the asker whose second fact was told."""

    case_id: UUID
    asker: UUID

    @property
    def mark(self) -> str:
        """Give what a page may show of it: it tells two cases apart and opens neither."""
        return tokens.mark_of(f"{self.case_id} {self.asker}")

    def viewer(self, here: Visit) -> Viewer:
        """Give the one who looks at it."""
        return Viewer.resident(here.council.id, self.case_id)


def remember(case_id: UUID, asker: UUID) -> None:
    """Know who looked this case up or joined it; of another case nothing is known then."""
    _keep(Known(case_id, asker))


def known() -> Known:
    """Give who is known, and know them for another while.

    :raises NotKnown: if nobody is, or not any more.
    """
    kept = session.get(_KNOWN, ())
    try:
        case_id, asker, at = kept
        found, seconds = Known(UUID(case_id), UUID(asker)), _now() - int(at)
    except ValueError as odd:
        raise NotKnown from odd
    if seconds > _LASTS.total_seconds():
        forget()
        raise NotKnown
    _keep(found)
    return found


def known_of_page(mark: str) -> Known:
    """Give who is known, if it is the one that a page was made for.

    :raises NotKnown: if nobody is, or another one.
    """
    found = known()
    if found.mark != mark:
        raise NotKnown
    return found


def forget() -> None:
    """Know nobody any more."""
    session.pop(_KNOWN, None)


def _keep(found: Known) -> None:
    session[_KNOWN] = [str(found.case_id), str(found.asker), _now()]


def _now() -> int:
    return int(visit().house.clock().timestamp())
