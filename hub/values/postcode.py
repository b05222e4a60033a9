"""United Kingdom postcodes, British Forces ones included."""

import re
from dataclasses import dataclass
from typing import Self

from hub.values.wrong import WrongValue

# The inward code never has C I K M O V; the areas are letters (Royal Mail, PAF programmers' guide).
_SHAPE = re.compile(r"[A-Z]{1,2}[0-9][0-9A-Z]?[0-9][ABD-HJLNP-UW-Z]{2}")
_FORCES = re.compile(r"BFPO\s*(?:C/O\s*)?([0-9]{1,4})")
_GIRO = "GIR0AA"
_AREA = re.compile(r"([A-Z]{1,2}[0-9][0-9A-Z]?) ?([0-9](?:[A-Z]{2})?)?")
_INWARD = 3


def postcode_area(written: str) -> str:
    """Read the beginning of postcodes as "SA1" or "SA1 8"; its space tells SA1 8 from SA18.

    :raises ValueError: if no postcode begins so.
    """
    area = _AREA.fullmatch(" ".join(written.split()).upper())
    if area is None:
        raise ValueError(written)
    return " ".join(part for part in area.groups() if part)


@dataclass(frozen=True, slots=True)
class Postcode:
    """Hold a postcode in the form that is printed: "LL99 9ZZ", "BFPO 52"."""

    shown: str

    @classmethod
    def parse(cls, words: str) -> Self:
        """Read a postcode however it was spaced and cased.

        :raises WrongValue: "postcode" if no postcode looks like this.
        """
        upper = words.upper().strip()
        if forces := _FORCES.fullmatch(upper):
            return cls(f"BFPO {int(forces[1])}")
        tight = re.sub(r"[\s\-.]+", "", upper)
        if tight != _GIRO and not _SHAPE.fullmatch(tight):
            raise WrongValue("postcode")
        return cls(f"{tight[:-_INWARD]} {tight[-_INWARD:]}")

    def __str__(self) -> str:
        """Say it as it is printed."""
        return self.shown
