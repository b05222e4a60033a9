"""Postal addresses."""

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


def write_address(value: object) -> Mapping[str, str]:
    """Give a kept address as a door hands it over."""
    if not isinstance(value, Mapping):
        return {}
    return {str(part): str(line) for part, line in value.items()}


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
