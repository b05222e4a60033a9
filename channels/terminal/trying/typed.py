"""A line that was typed, as the hub is handed it: by hints alone, as every door does it."""

import re
from collections.abc import Callable, Mapping

from hub.catalogue.definition import Hint, Question
from hub.interview import Asked, Given

_YES_NO = {"y": "yes", "ie": "yes", "n": "no", "na": "no"}
_SET_ASIDE: Mapping[str, Given] = {"/unknown": {"unknown": "yes"}, "/later": {"later": "yes"}}
_DATE = re.compile(r"\s*(\S+)[\s/.\-]+(\S+?)[\s/.\-]+(\S+)\s*")
_YEAR = 4  # digits; a date that begins with so many is written the ISO way
_FEWEST = 3  # parts of an address: a line, the town, the postcode


def given(asked: Asked, line: str) -> Given:
    """Give what the hub is handed for a line."""
    if line in _SET_ASIDE:
        return _SET_ASIDE[line]
    return _READ.get(asked.hint, _as_typed)(asked, line)


def _as_typed(_asked: Asked, line: str) -> Given:
    return line


def _yes_no(_asked: Asked, line: str) -> Given:
    return _YES_NO.get(line.strip().lower(), line.strip().lower())


def _choice(asked: Asked, line: str) -> Given:
    options = asked.question.options if isinstance(asked.question, Question) else ()
    ids = {str(number): option.id for number, option in enumerate(options, 1)}
    picked = [ids.get(word.strip(), word.strip()) for word in line.split(",")]
    return picked if len(picked) > 1 else picked[0]


def _date(_asked: Asked, line: str) -> Given:
    found = _DATE.fullmatch(line)
    if not found:
        return {"day": line, "month": "", "year": ""} if line.strip() else ""
    first, month, last = found.groups()
    day, year = (last, first) if len(first) == _YEAR else (first, last)
    return {"day": day, "month": month, "year": year}


def _address(_asked: Asked, line: str) -> Given:
    parts = [part.strip() for part in line.split(",")]
    if len(parts) < _FEWEST:
        return {"line1": line} if line.strip() else ""
    lines = {"line1": parts[0], "line2": ", ".join(parts[1:-2])}
    return {**lines, "town": parts[-2], "postcode": parts[-1]}


_READ: Mapping[Hint, Callable[[Asked, str], Given]] = {
    Hint.YES_NO: _yes_no,
    Hint.CHOICE: _choice,
    Hint.DATE: _date,
    Hint.ADDRESS: _address,
}
