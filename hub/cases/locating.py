"""What the gazetteer knows of a place: where the council ends, the address nearest to a point."""

from collections.abc import Mapping
from dataclasses import replace

from hub import interview, places
from hub.catalogue.definition import Kind, Question, Service, Several
from hub.interview import Interview
from hub.places import KnownAddress
from hub.store import Session
from hub.values import Point


def knowing_area(session: Session, asked: Interview) -> Interview:
    """Give the interview with the council's area, if it asks where something is."""
    if not _asks_where(asked.service):
        return asked
    return asked.knowing(replace(asked.facts, area=places.area(session)))


def with_nearest(session: Session, asked: Interview, path: str) -> Interview:
    """Give the interview whose place at a path knows its nearest address, and that one's point.

    The address that was chosen gives its point where none was told; a point that was told gives the
    address nearest to it, which is no choice and so has no property number.
    """
    value = asked.answers.get(path)
    if not isinstance(value, Mapping) or "words" not in value:
        return asked
    known = _known(session, value)
    if known is None:
        return asked
    given = interview.given(interview.step(asked, path))
    told = dict(given) if isinstance(given, Mapping) else {}
    told["near"] = known.near
    if "lat" not in value and known.point and known.point.is_in_britain:
        told["point"] = known.point.shown
    return interview.answer(asked, path, told)


def _known(session: Session, value: Mapping[str, object]) -> KnownAddress | None:
    if uprn := value.get("uprn"):
        return places.with_uprn(session, str(uprn))
    lat, lon = value.get("lat"), value.get("lon")
    if not isinstance(lat, float) or not isinstance(lon, float):
        return None
    return places.nearest(session, Point(lat, lon))


def _asks_where(service: Service) -> bool:
    inside = (step.questions if isinstance(step, Several) else (step,) for step in service.steps)
    return any(
        isinstance(one, Question) and one.kind is Kind.PLACE for steps in inside for one in steps
    )
