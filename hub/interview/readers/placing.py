"""Answers that say where: postal addresses, and places described in words or by a point."""

import re
from collections.abc import Mapping

from hub.interview.answers import Value
from hub.interview.asking import Asking
from hub.interview.readers.plain import LONGEST_LINE, read_line
from hub.values import PostalAddress, WrongValue

_LINES = ("line1", "line2", "line3", "town", "postcode")
_ALWAYS = ("line1", "line2", "town", "postcode")
_PART_OF = {"address_line": "line1", "address_town": "town", "postcode": "postcode"}
_UPRN = re.compile(r"[0-9]{1,12}")
_DEGREES = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{1,15})?")
_DECIMALS = 6  # about ten centimetres
_FARTHEST = {"lat": 90, "lon": 180}
_PAIR = re.compile(
    r"(?<![0-9.])(-?[0-9]{1,2}\.[0-9]{3,15}) ?[,; ] ?(-?[0-9]{1,3}\.[0-9]{3,15})(?![0-9])"
)
_BRITAIN = ((49.0, 61.0), (-9.0, 2.5))  # other pairs of numbers are no places of ours


def read_address(given: object, asking: Asking) -> Value:
    """Read a postal address by its lines, town and postcode.

    :raises Problem: by the keys of PostalAddress, or "too_long", "characters", "address_uprn",
        with the part that is wrong.
    """
    if not isinstance(given, Mapping):
        raise asking.problem("address_line", part="line1")
    lines = {part: _line(given, part, asking) for part in _LINES}
    try:
        address = PostalAddress.parse(lines)
    except WrongValue as wrong:
        raise asking.problem(wrong.key, part=_wrong_part(wrong, lines), **wrong.values) from wrong
    lines["postcode"] = address.postcode.shown
    kept = {part: line for part, line in lines.items() if line or part in _ALWAYS}
    uprn = _line(given, "uprn", asking)
    if uprn and not _UPRN.fullmatch(uprn):
        raise asking.problem("address_uprn", part="uprn")
    return {**kept, "uprn": uprn} if uprn else kept


def read_place(given: object, asking: Asking) -> Value:
    """Read where something is: in words, and by a point on the earth where one is given.

    A point may stand in the words, as a phone's map gives it: "52.415430, -4.082920".

    :raises Problem: "place" without words, "place_point" if the point is none, "too_long"
        or "characters".
    """
    parts = {"words": given} if isinstance(given, str) else given
    if not isinstance(parts, Mapping):
        raise asking.problem("place")
    words = read_line(parts.get("words", ""), asking, most=asking.limits.longest or LONGEST_LINE)
    if not words:
        raise asking.problem("place", part="words")
    point = {part: parts[part] for part in _FARTHEST if parts.get(part)} or _point_in(words)
    if not point:
        return {"words": words}
    return {"words": words, **{part: _degrees(point.get(part), part, asking) for part in _FARTHEST}}


def _point_in(words: str) -> Mapping[str, str]:
    """Give the first two numbers in the words that are a latitude and a longitude in Britain."""
    for pair in _PAIR.findall(words):
        bounds = zip(pair, _BRITAIN, strict=True)
        if all(least <= float(degrees) <= most for degrees, (least, most) in bounds):
            return dict(zip(_FARTHEST, pair, strict=True))
    return {}


def write_address(value: object) -> Mapping[str, str]:
    """Give a kept address as a door hands it over."""
    if not isinstance(value, Mapping):
        return {}
    return {str(part): str(line) for part, line in value.items()}


def write_place(value: object) -> Mapping[str, str]:
    """Give a kept place as a door hands it over."""
    if not isinstance(value, Mapping):
        return {}
    return {
        str(part): f"{said:.{_DECIMALS}f}" if isinstance(said, float) else str(said)
        for part, said in value.items()
    }


def _line(given: Mapping[str, object], part: str, asking: Asking) -> str:
    line = read_line(given.get(part) or "", asking, most=LONGEST_LINE, part=part)
    return line.rstrip(",. ")


def _wrong_part(wrong: WrongValue, lines: Mapping[str, str]) -> str:
    if wrong.key in _PART_OF:
        return _PART_OF[wrong.key]
    for part in _LINES[:-1]:
        try:
            PostalAddress.parse({"line1": "1", "town": lines[part] or "1", "postcode": "ZZ99 9ZZ"})
        except WrongValue:
            return part
    return "line1"


def _degrees(written: object, part: str, asking: Asking) -> float:
    if not isinstance(written, str) or not _DEGREES.fullmatch(written.strip()):
        raise asking.problem("place_point", part=part)
    degrees = round(float(written), _DECIMALS) + 0.0  # which makes -0.0 the 0.0 it is
    if abs(degrees) > _FARTHEST[part]:
        raise asking.problem("place_point", part=part)
    return degrees
