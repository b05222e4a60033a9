"""Phone numbers, in the one form that every carrier takes (E.164)."""

import re
from dataclasses import dataclass
from typing import Self

import phonenumbers

from hub.values.wrong import WrongValue

# Ofcom's numbers for drama, which demos and tests need; libphonenumber calls some impossible.
_DRAMA = re.compile(r"\+44(7700900[0-9]{3}|1632960[0-9]{3}|2079460[0-9]{3})")
_LONGEST = 40
# Ofcom's numbering plan; 07624 is the Isle of Man's, 076 otherwise are pagers.
_UK_MOBILE = re.compile(r"\+447(?:[1-57-9][0-9]{8}|624[0-9]{6})")


@dataclass(frozen=True, slots=True)
class PhoneNumber:
    """Hold a number as "+447700900123"."""

    e164: str

    @classmethod
    def parse(cls, words: str, region: str = "GB") -> Self:
        """Read a number as people write it, national or with its country code.

        :raises WrongValue: "phone" if no phone has such a number, or it has an extension, which
            E.164 cannot carry: it would be lost.
        """
        if len(words) > _LONGEST:
            raise WrongValue("phone")
        try:
            read = phonenumbers.parse(words, region)
        except phonenumbers.NumberParseException as error:
            raise WrongValue("phone") from error
        e164 = phonenumbers.format_number(read, phonenumbers.PhoneNumberFormat.E164)
        if read.extension or not (_DRAMA.fullmatch(e164) or phonenumbers.is_valid_number(read)):
            raise WrongValue("phone")
        return cls(e164)

    @property
    def is_uk_mobile(self) -> bool:
        """Say whether it is a mobile of the United Kingdom, which takes text messages.

        Numbers that begin with 070 follow a person and cost the sender dearly (Ofcom): none.
        """
        return _UK_MOBILE.fullmatch(self.e164) is not None

    @property
    def shown(self) -> str:
        """Give the number as people at home write it: "07700 900123"."""
        read = phonenumbers.parse(self.e164, None)
        national = phonenumbers.PhoneNumberFormat.NATIONAL
        international = phonenumbers.PhoneNumberFormat.INTERNATIONAL
        home = self.e164.startswith("+44")
        return phonenumbers.format_number(read, national if home else international)

    def __str__(self) -> str:
        """Say it in E.164."""
        return self.e164
