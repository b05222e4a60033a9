"""One reader per kind of question: what was given → the answer that is kept, and back again.

A new kind is a line in this table and a pair of functions; no door changes.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from hub.catalogue.definition import Kind
from hub.interview.answers import Given, Value
from hub.interview.asking import Asking
from hub.interview.readers import (
    choosing,
    counting,
    dating,
    locating,
    placing,
    reaching,
    sending,
    wording,
)


def _as_it_is(value: object) -> str:
    return value if isinstance(value, str) else ""


@dataclass(frozen=True, slots=True)
class Reader:
    """Read one kind; `needed` is the problem's key when nothing was given."""

    read: Callable[[object, Asking], Value]
    write: Callable[[object], Given] = _as_it_is
    needed: str = "needed"


READERS: Mapping[Kind, Reader] = {
    Kind.YES_NO: Reader(choosing.read_yes_no, choosing.write_yes_no, "choose_yes_or_no"),
    Kind.CHOICE: Reader(choosing.read_choice, needed="choose_one"),
    Kind.CHOICES: Reader(choosing.read_choices, choosing.write_choices, "choose_some"),
    Kind.WORDS: Reader(wording.read_words),
    Kind.STORY: Reader(wording.read_story),
    Kind.DIGITS: Reader(wording.read_digits, needed="digits_only"),
    Kind.PATTERN: Reader(wording.read_pattern),
    Kind.NUMBER: Reader(counting.read_number, counting.write_number, "number"),
    Kind.MONEY: Reader(counting.read_money, counting.write_money, "money"),
    Kind.DATE: Reader(dating.read_date, dating.write_date, "date_incomplete"),
    Kind.NAME: Reader(wording.read_name, needed="name"),
    Kind.PHONE: Reader(reaching.read_phone, needed="phone"),
    Kind.EMAIL: Reader(reaching.read_email, needed="email"),
    Kind.ADDRESS: Reader(placing.read_address, placing.write_address, "address_line"),
    Kind.PLACE: Reader(locating.read_place, locating.write_place, "place"),
    Kind.FILE: Reader(sending.read_file, sending.write_file, "file_needed"),
    Kind.BOOKING: Reader(choosing.read_booking, needed="choose_one"),
    Kind.DECLARATION: Reader(choosing.read_declaration, choosing.write_yes_no, "declare"),
}
