"""Postal addresses as a window envelope and Royal Mail's machines want them.

Rules: GOV.UK Notify's address guidance (three to seven lines, last line a postcode, the first two
with a letter or digit, no line opening with certain marks) and Royal Mail's advice on reading. We
want a letter or digit in every line: one without is a slip of the keyboard, wherever it stands.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from hub.values.postcode import Postcode
from hub.values.wrong import WrongValue

MOST_LINES = 7
LONGEST_LINE = 60
_BAD_OPENINGS = '@()=[]"\\/,<>~'
_PARTS = ("line1", "line2", "line3", "line4", "line5", "town")
_FEWEST = 2
_COUNTRIES = {"UNITED KINGDOM", "UK", "GREAT BRITAIN", "ENGLAND", "WALES", "CYMRU", "SCOTLAND"}
_COUNTRIES |= {"NORTHERN IRELAND"}


@dataclass(frozen=True, slots=True)
class PostalAddress:
    """Hold an address: its lines above the postcode, in order, and the postcode."""

    lines: tuple[str, ...]
    postcode: Postcode

    @classmethod
    def parse(cls, parts: Mapping[str, str]) -> Self:
        """Read line1 to line5, town and postcode; empty parts are left out.

        :raises WrongValue: "address_line", "address_town", "address_mark", "address_long" or
            "postcode", by the first part that is wrong.
        """
        if not _tidy(parts.get("line1", "")):
            raise WrongValue("address_line")
        if not _tidy(parts.get("town", "")):
            raise WrongValue("address_town")
        lines = [line for line in (_tidy(parts.get(part, "")) for part in _PARTS) if line]
        while lines and lines[-1].upper() in _COUNTRIES:
            del lines[-1]
        if len(lines) < _FEWEST:
            raise WrongValue("address_town")
        return cls(tuple(lines), Postcode.parse(parts.get("postcode", "")))

    def __post_init__(self) -> None:
        """Refuse lines that an envelope cannot carry."""
        if not _FEWEST <= len(self.lines) < MOST_LINES:
            raise WrongValue("address_line")
        for line in self.lines:
            if not may_stand_in_window(line):
                raise WrongValue("address_mark")
            if len(line) > LONGEST_LINE:
                raise WrongValue("address_long", most=LONGEST_LINE)

    def printed_lines(self) -> tuple[str, ...]:
        """Give the lines for a window: town in capitals, the postcode alone at the end."""
        *upper, town = self.lines
        return (*upper, town.upper(), self.postcode.shown)

    def parts(self) -> dict[str, str]:
        """Give the parts from which `parse` makes the same address again."""
        *upper, town = self.lines
        named = {f"line{place}": line for place, line in enumerate(upper, start=1)}
        return {**named, "town": town, "postcode": self.postcode.shown}

    def one_line(self) -> str:
        """Give the address in one line, for reading back."""
        return ", ".join((*self.lines, self.postcode.shown))


def may_stand_in_window(line: str) -> bool:
    """Say whether a line, the name above an address too, may stand in a window.

    It has a letter or digit, and does not open with a mark that GOV.UK Notify refuses there.
    """
    return line[:1] not in _BAD_OPENINGS and any(mark.isalnum() for mark in line)


def _tidy(line: str) -> str:
    composed = unicodedata.normalize("NFC", line)
    return re.sub(r"\s+", " ", composed).strip().rstrip(",. ").strip()
