"""Where something is: in words first, with the nearest address and a point where they are told.

A point may stand in the words as well, as a phone's map gives it: "52.415430, -4.082920".
"""

import re
from collections.abc import Mapping

from hub.interview.answers import Value
from hub.interview.asking import Asking
from hub.interview.readers.plain import LONGEST_LINE, read_line
from hub.values import Point, Pointed, WrongValue, likely_points

_LONGEST_NEAR = 250
_UPRN = re.compile(r"[0-9]{1,12}")
_DEGREES = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{1,15})?")
_FARTHEST = {"lat": 90, "lon": 180}


def read_place(given: object, asking: Asking) -> Value:
    """Read where something is; without words, the nearest address stands for them.

    :raises Problem: "place" if nothing is told, "place_point" if the point is none or abroad,
        "place_meant" if it looks mistyped, with what may be `meant`, "place_outside" if it is not
        in the council's area and `anyway` is not said; "address_uprn", "too_long" or "characters".
    """
    parts = {"words": given} if isinstance(given, str) else given
    if not isinstance(parts, Mapping):
        raise asking.problem("place")
    words = _line(parts, "words", asking, most=asking.limits.longest or LONGEST_LINE)
    near = _line(parts, "near", asking, most=_LONGEST_NEAR)
    pointed = _pointed(parts, asking) or Pointed.in_words(words)
    words = words or near
    if not words:
        raise asking.problem("place", part="words")
    kept: dict[str, bool | str | float | list[str]] = {"words": words}
    if pointed:
        kept |= _kept(pointed, asking, is_meant=parts.get("anyway") == "yes")
    return {**kept, **_nearest(near, parts, asking)}


def write_place(value: object) -> Mapping[str, str]:
    """Give a kept place as a door hands it over."""
    if not isinstance(value, Mapping):
        return {}
    given = {part: str(value[part]) for part in ("words", "near", "uprn") if part in value}
    if point := point_of(value):
        given["point"] = str(value.get("grid") or point.shown)
    return {**given, "anyway": "yes"} if value.get("anyway") is True else given


def point_of(value: Mapping[str, object]) -> Point | None:
    """Give the point of a kept place, if it has one."""
    lat, lon = value.get("lat"), value.get("lon")
    is_known = isinstance(lat, float | int) and isinstance(lon, float | int)
    return Point(float(lat), float(lon)) if is_known else None  # type: ignore[arg-type]  # just asked


def _pointed(parts: Mapping[str, object], asking: Asking) -> Pointed | None:
    """Give the point that is told apart from the words."""
    if written := _line(parts, "point", asking, most=_LONGEST_NEAR):
        return _parsed(written, asking)
    told = {part: parts.get(part) for part in _FARTHEST}
    if not any(told.values()):
        return None
    lat, lon = (_degrees(written, part, asking) for part, written in told.items())
    return _parsed(f"{lat}, {lon}", asking)


def _parsed(written: str, asking: Asking) -> Pointed:
    try:
        return Pointed.parse(written)
    except WrongValue as wrong:
        raise asking.problem(wrong.key, part="point") from wrong


def _degrees(written: object, part: str, asking: Asking) -> str:
    plain = written.strip() if isinstance(written, str) else ""
    if not _DEGREES.fullmatch(plain) or abs(float(plain)) > _FARTHEST[part]:
        raise asking.problem("place_point", part=part)
    return plain


def _kept(pointed: Pointed, asking: Asking, *, is_meant: bool) -> Mapping[str, bool | str | float]:
    point = pointed.point
    is_far = not _is_ours(point, asking)
    if is_far and not (is_meant and point.is_in_britain):
        _refuse(point, asking)
    kept: dict[str, bool | str | float] = {"lat": point.lat, "lon": point.lon}
    if pointed.square:
        kept["grid"] = pointed.square.shown
    return {**kept, "anyway": True} if is_meant else kept


def _is_ours(point: Point, asking: Asking) -> bool:
    area = asking.facts.area
    return area.has(point) if area else point.is_in_britain


def _refuse(point: Point, asking: Asking) -> None:
    """Say what is wrong with a point that is not ours.

    :raises Problem: always: nothing is guessed.
    """
    likely = likely_points(point)
    ours = [one for one in likely if _is_ours(one, asking)]
    if ours or (likely and not point.is_in_britain):
        raise asking.problem("place_meant", part="point", meant=(ours or likely)[0].shown)
    raise asking.problem("place_outside" if point.is_in_britain else "place_point", part="point")


def _nearest(near: str, parts: Mapping[str, object], asking: Asking) -> Mapping[str, str]:
    uprn = _line(parts, "uprn", asking, most=LONGEST_LINE)
    if uprn and not _UPRN.fullmatch(uprn):
        raise asking.problem("address_uprn", part="uprn")
    return {part: said for part, said in {"near": near, "uprn": uprn}.items() if said}


def _line(parts: Mapping[str, object], part: str, asking: Asking, *, most: int) -> str:
    return read_line(parts.get(part) or "", asking, most=most, part=part)
