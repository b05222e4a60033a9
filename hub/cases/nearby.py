"""Open cases of one service near a place: by a point within 50 metres, or by the same street.

Nothing of whoever asked is told: the street, the day and the status, and no more.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select

from hub import interview, places
from hub.cases.rows import Case, Spot
from hub.cases.status import Status
from hub.interview import Interview
from hub.staff import Viewer
from hub.store import Session
from hub.values import METRES_A_DEGREE, Point

_LATELY = timedelta(days=28)
_METRES = 50.0
_MOST = 5
_MOST_READ = 200


@dataclass(frozen=True, slots=True)
class Nearby:
    """Hold what anybody may know of a case: the street (none if only a point is known), the day."""

    id: UUID
    street: str
    asked_at: datetime
    status: Status


def nearby(session: Session, viewer: Viewer, asked: Interview) -> tuple[Nearby, ...]:
    """Give the open cases like this one of the last 28 days, the newest first; 5 at most.

    There are none where the service is not shared, where no place was told, and where there is a
    sign of danger: that is never left to what somebody else reported.
    """
    place = _place(asked)
    if place is None or interview.dangers(asked):
        return ()
    near = [row for claim in _claims(place) for row in _read(session, viewer, asked, claim)]
    found = {case.id: (case, spot) for case, spot in near if _is_near(spot, place)}
    newest = sorted(found.values(), key=lambda pair: pair[0].asked_at, reverse=True)
    return tuple(
        Nearby(case.id, spot.street, case.asked_at, Status(case.status))
        for case, spot in newest[:_MOST]
    )


def spots_of(
    asked: Interview, owned: Mapping[str, Any], asked_at: datetime
) -> Iterator[dict[str, Any]]:
    """Give the rows by which a new case is found again; none where its service is not shared."""
    place = _place(asked)
    if place is None:
        return
    for street in _streets(place) or ("",):
        yield {
            **owned,
            "street": street,
            "service": asked.service.id,
            "lat": place.get("lat"),
            "lon": place.get("lon"),
            "asked_at": asked_at,
        }


def _place(asked: Interview) -> Mapping[str, Any] | None:
    return interview.place(asked) if asked.service.shared else None


def _streets(place: Mapping[str, Any]) -> tuple[str, ...]:
    said = (str(place.get(part, "")) for part in ("words", "near"))
    return tuple(dict.fromkeys(street for words in said for street in places.streets_in(words)))


def _claims(place: Mapping[str, Any]) -> Iterator[ColumnElement[bool]]:
    """Give what the two indexes are asked."""
    if streets := _streets(place):
        yield Spot.street.in_(streets)
    if place.get("lat") is not None:
        around = _METRES / METRES_A_DEGREE
        yield Spot.lat.between(place["lat"] - around, place["lat"] + around)


def _read(
    session: Session, viewer: Viewer, asked: Interview, claim: ColumnElement[bool]
) -> list[tuple[Case, Spot]]:
    own = Spot.council == viewer.council, Spot.service == asked.service.id, claim
    wanted = (
        select(Case, Spot)
        .join(Spot, (Spot.case_id == Case.id) & (Spot.council == Case.council))
        .where(*own, Spot.asked_at >= session.now() - _LATELY)
        .where(Case.status != Status.CLOSED.value)
        .order_by(Spot.asked_at.desc())
        .limit(_MOST_READ)
    )
    return [(case, spot) for case, spot in session.sql.execute(wanted)]


def _is_near(spot: Spot, place: Mapping[str, Any]) -> bool:
    """Say whether two points are within 50 metres; without both, the street has decided."""
    if spot.lat is None or spot.lon is None or place.get("lat") is None:
        return True
    return Point(place["lat"], place["lon"]).metres_to(Point(spot.lat, spot.lon)) <= _METRES
