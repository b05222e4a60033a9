"""Case references: digits alone, so that they can be keyed, spoken and written on paper.

Nine digits drawn by chance and two check digits by ISO 7064 MOD 97-10, which finds every single
wrong digit, every swap of neighbours and 98.9 % of what is made up. Shown 4-3-4. A reference is
never a password: a second fact is asked before anything is told.
"""

import re
from dataclasses import dataclass
from typing import Self

from hub.values.chance import Chance
from hub.values.wrong import WrongValue

PAYLOAD = 9
_SHAPE = re.compile(r"[0-9]{11}")
_MODULUS = 97


@dataclass(frozen=True, slots=True)
class Reference:
    """Hold eleven digits whose check digits are right.

    :raises WrongValue: "reference" if they are not eleven, "reference_digit" if one is wrong.
    """

    digits: str

    def __post_init__(self) -> None:
        """Refuse digits that do not check."""
        if not _SHAPE.fullmatch(self.digits):
            raise WrongValue("reference")
        if int(self.digits) % _MODULUS != 1:
            raise WrongValue("reference_digit")

    @classmethod
    def draw(cls, chance: Chance) -> Self:
        """Draw a reference that nobody can foretell."""
        payload = chance.digits(PAYLOAD)
        check = _MODULUS + 1 - int(payload) * 100 % _MODULUS
        return cls(f"{payload}{check:02d}")

    @classmethod
    def parse(cls, words: str) -> Self:
        """Read a reference however it was spaced.

        :raises WrongValue: "reference" or "reference_digit" if it is not one.
        """
        return cls(re.sub(r"[\s\-\u2013.]+", "", words[:60]))

    @property
    def shown(self) -> str:
        """Give it in groups, as it is read aloud: "1234 567 8901"."""
        return f"{self.digits[:4]} {self.digits[4:7]} {self.digits[7:]}"

    def __str__(self) -> str:
        """Say the bare digits."""
        return self.digits
