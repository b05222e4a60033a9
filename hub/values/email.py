"""E-mail addresses, as far as one can judge them without sending."""

import re
from dataclasses import dataclass
from typing import Self

from hub.values.wrong import WrongValue

# RFC 5321 4.5.3.1: 64 octets before the @, 254 in all. Quoted local parts are refused on purpose.
_LOCAL = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_SHAPE = re.compile(rf"({_LOCAL})@({_LABEL}(?:\.{_LABEL})+)")
_LONGEST = 254
_LONGEST_LOCAL = 64


@dataclass(frozen=True, slots=True)
class EmailAddress:
    """Hold an address that a mail server could take."""

    shown: str

    @classmethod
    def parse(cls, words: str) -> Self:
        """Read an e-mail address; the part after the @ becomes lower case.

        :raises WrongValue: "email" if it has not the form name@example.com.
        """
        found = _SHAPE.fullmatch(words.strip()) if len(words) <= 2 * _LONGEST else None
        if found is None or len(found[0]) > _LONGEST or len(found[1]) > _LONGEST_LOCAL:
            raise WrongValue("email")
        return cls(f"{found[1]}@{found[2].lower()}")

    def __str__(self) -> str:
        """Say it as it is written."""
        return self.shown
