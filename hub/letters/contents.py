"""What a letter about a case is made of, gathered before a word is filled in."""

from dataclasses import dataclass
from datetime import date

from hub.councils import Council
from hub.interview import Interview
from hub.letters.stationery import Template
from hub.permits import PermitSeen
from hub.values import Language, PostalAddress, Reference, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """Hold a letter's parts; days are the council's own.

    `languages` are in the order in which they are to be read. `owed` are the paths of what the
    resident still owes. `address` is None for a letter that is collected at the council's counter.
    `permit` is what the letter is about, where it is about one. `on_behalf` says for whom it was
    asked, where that is another; with `is_discreet` nothing of what was told is read back.
    `public_url` is where this hub is found, without a slash at its end.
    """

    template: Template
    council: Council
    asked: Interview
    reference: Reference
    name: str
    address: PostalAddress | None
    size: int
    profile: str
    languages: tuple[Language, ...]
    owed: tuple[str, ...]
    answer_by: date
    written_on: date
    public_url: str
    permit: PermitSeen | None = None
    on_behalf: Text | None = None
    is_discreet: bool = False

    @property
    def link(self) -> str:
        """Give the address in the QR code: it carries the reference and nothing else.

        A letter in one language leads to pages in it, whatever the phone speaks that reads it.
        """
        is_welsh = self.languages == (Language.CY,)
        return f"{self.public_url}{'/cy' if is_welsh else ''}/r/{self.reference}"


def languages_of(known: Language | None, council: Council) -> tuple[Language, ...]:
    """Give the languages to write a letter in."""
    return council.languages_for(known)
