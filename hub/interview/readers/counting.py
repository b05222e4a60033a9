"""Answers that are counted: whole numbers, and money in pounds and pence."""

import re

from hub import words
from hub.interview.asking import Asking
from hub.interview.readers.plain import LONGEST_LINE, read_line
from hub.values import Language, Text

_PENCE = 100
_NUMBER = re.compile(r"-?(?:[0-9]{1,12}|[0-9]{1,3}(?:,[0-9]{3}){1,3})")
_MONEY = re.compile(r"£? ?([0-9]{1,9}|[0-9]{1,3}(?:,[0-9]{3}){1,2})(?:\.([0-9]{2}))?")


def read_number(given: object, asking: Asking) -> int:
    """Read a whole number of at most twelve digits.

    :raises Problem: "number", or "number_least", "number_most" if it is out of bounds.
    """
    written = read_line(given, asking, most=LONGEST_LINE)
    if not _NUMBER.fullmatch(written):
        raise asking.problem("number")
    number = int(written.replace(",", ""))
    least, most = asking.limits.least, asking.limits.most
    if least is not None and number < least:
        raise asking.problem("number_least", least=least)
    if most is not None and number > most:
        raise asking.problem("number_most", most=most)
    return number


def read_money(given: object, asking: Asking) -> int:
    """Read pounds, or pounds and pence, and give pence.

    :raises Problem: "money", or "money_least", "money_most" if it is out of bounds.
    """
    found = _MONEY.fullmatch(read_line(given, asking, most=LONGEST_LINE))
    if found is None:
        raise asking.problem("money")
    pence = int(found[1].replace(",", "")) * _PENCE + int(found[2] or 0)
    least, most = asking.limits.least, asking.limits.most
    if least is not None and pence < least:
        raise asking.problem("money_least", least=_said(least))
    if most is not None and pence > most:
        raise asking.problem("money_most", most=_said(most))
    return pence


def write_number(value: object) -> str:
    """Give a kept number as a door hands it over."""
    return str(value)


def write_money(value: object) -> str:
    """Give kept pence as pounds and pence: 1050 as "10.50"."""
    if isinstance(value, bool) or not isinstance(value, int):
        return ""
    return f"{value // _PENCE}.{value % _PENCE:02d}"


def _said(pence: int) -> Text:
    return Text({code: words.say_money(pence, code) for code in Language})
