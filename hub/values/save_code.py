"""The code by which a saved request is taken up on another device: digits, to be read aloud.

Sixteen digits, four and four: fourteen that nobody can foretell, and two check digits by ISO 7064
MOD 97-10, so that a slip of the pen is told from a wrong code before anything is looked for.
"""

import re
from dataclasses import dataclass
from typing import Self

from hub.values.wrong import WrongValue

_DRAWN = 14
_SHAPE = re.compile(r"[0-9]{16}")
_MODULUS = 97
_GROUP = 4


@dataclass(frozen=True, slots=True)
class SaveCode:
    """Hold sixteen digits whose check digits are right; it opens what was saved, so never log it.

    :raises WrongValue: "save_code" if they are not.
    """

    digits: str

    def __post_init__(self) -> None:
        """Refuse digits that do not check."""
        if not _SHAPE.fullmatch(self.digits) or int(self.digits) % _MODULUS != 1:
            raise WrongValue("save_code")

    def __repr__(self) -> str:
        """Show that it is a code and not which: this may end up in a log."""
        return "SaveCode(…)"

    @classmethod
    def of(cls, drawn: int) -> Self:
        """Make a code of a number that nobody can foretell."""
        drawn_digits = f"{drawn % 10**_DRAWN:0{_DRAWN}d}"
        check = _MODULUS + 1 - int(drawn_digits) * 100 % _MODULUS
        return cls(f"{drawn_digits}{check:02d}")

    @classmethod
    def parse(cls, words: str) -> Self:
        """Read a code however it was spaced.

        :raises WrongValue: "save_code" if it is not one.
        """
        return cls(re.sub(r"[\s\-\u2013.]+", "", words[:60]))

    @property
    def shown(self) -> str:
        """Give it in groups, as it is read aloud: "1234 5678 9012 3456"."""
        starts = range(0, len(self.digits), _GROUP)
        return " ".join(self.digits[start : start + _GROUP] for start in starts)
