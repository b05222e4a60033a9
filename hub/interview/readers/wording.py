"""Answers in words and in signs: words, story, name, digits, pattern."""

import re

from hub.catalogue.definition import Limits
from hub.interview.asking import Asking
from hub.interview.readers.plain import LONGEST_LINE, LONGEST_STORY, read_line, read_lines
from hub.values import may_stand_in_window

_BETWEEN_DIGITS = re.compile(r"[ \-]")
_DIGITS = re.compile(r"[0-9]+")


def read_words(given: object, asking: Asking) -> str:
    """Read a line of words.

    :raises Problem: "too_long", "too_short", "characters" or "needed".
    """
    most = asking.limits.length or asking.limits.longest or LONGEST_LINE
    return _long_enough(read_line(given, asking, most=most), asking)


def read_name(given: object, asking: Asking) -> str:
    """Read a name; it will stand in a window, above the address.

    :raises Problem: as `read_words` does, or "name_mark" if no window may show it.
    """
    name = read_words(given, asking)
    if name and not may_stand_in_window(name):
        raise asking.problem("name_mark")
    return name


def read_story(given: object, asking: Asking) -> str:
    """Read a text of several lines.

    :raises Problem: "too_long", "too_short", "characters" or "needed".
    """
    most = asking.limits.length or asking.limits.longest or LONGEST_STORY
    return _long_enough(read_lines(given, asking, most=most), asking)


def read_digits(given: object, asking: Asking) -> str:
    """Read a number that is a name (of a permit, of a meter), spaces left out.

    :raises Problem: "digits_only", "digits_length", "digits_least" or "digits_most".
    """
    line = read_line(given, asking, most=2 * (asking.limits.longest or LONGEST_LINE))
    digits = _BETWEEN_DIGITS.sub("", line)
    if not _DIGITS.fullmatch(digits):
        raise asking.problem("digits_only")
    limits = asking.limits
    if limits.length is not None and len(digits) != limits.length:
        raise asking.problem("digits_length", length=limits.length)
    if len(digits) < (limits.shortest or 0):
        raise asking.problem("digits_least", least=limits.shortest or 0)
    if len(digits) > (limits.longest or LONGEST_LINE):
        raise asking.problem("digits_most", most=limits.longest or LONGEST_LINE)
    return digits


def read_pattern(given: object, asking: Asking) -> str:
    """Read what must look like an example; case and spaces are mended where that helps.

    :raises Problem: "pattern" if it does not look like it.
    """
    limits = asking.limits
    line = read_line(given, asking, most=limits.longest or LONGEST_LINE)
    for written in (line, line.upper(), line.upper().replace(" ", "")):
        if re.fullmatch(limits.pattern or ".*", written):
            return _long_enough(written, asking)
    raise asking.problem("pattern", example=limits.example or "")


def _long_enough(text: str, asking: Asking) -> str:
    least = _least(asking.limits)
    if len(text) < least:
        raise asking.problem("too_short", least=least)
    return text


def _least(limits: Limits) -> int:
    return limits.length or limits.shortest or 0
