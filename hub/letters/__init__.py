"""Letters: an edition for one person, its pages, and the way of each letter to the printer.

`compose` fills a council's template, `render` makes its PDF, `write` keeps it. `printing_wanted`
gives it to whoever hands it to a printer, and `settle_laid` writes down that it was. Print runs,
spoiled sheets and returned post will join them here.
"""

from hub.letters.composing import compose
from hub.letters.contents import Contents, languages_of
from hub.letters.edition import (
    Block,
    Edition,
    Heading,
    Letterhead,
    Paragraph,
    Passage,
    Points,
    Told,
)
from hub.letters.erasing import LaidLetter, erase, ids_of, laid_of
from hub.letters.events import LetterWritten
from hub.letters.head import LetterheadDoesNotFit
from hub.letters.judging import judge_with
from hub.letters.laying import lay, printing_wanted, settle_laid
from hub.letters.plain import Plain, compose_plain
from hub.letters.printer import PrintedLetter, Printer, PrinterAway
from hub.letters.printing import Printed, print_letter, render
from hub.letters.queries import LetterNotKept
from hub.letters.rows import ALLOWED, Letter, LetterKind, LetterState, NotAllowedLetterMove
from hub.letters.stationery import Stationery, StationeryRefused, UnknownLetter
from hub.letters.trying import try_letterhead
from hub.letters.wanting import want
from hub.letters.window import AddressDoesNotFit, UnprintableAddress
from hub.letters.writing import Press, write, write_to_joiner

__all__ = [
    "ALLOWED",
    "AddressDoesNotFit",
    "Block",
    "Contents",
    "Edition",
    "Heading",
    "LaidLetter",
    "Letter",
    "LetterKind",
    "LetterNotKept",
    "LetterState",
    "LetterWritten",
    "Letterhead",
    "LetterheadDoesNotFit",
    "NotAllowedLetterMove",
    "Paragraph",
    "Passage",
    "Plain",
    "Points",
    "Press",
    "Printed",
    "PrintedLetter",
    "Printer",
    "PrinterAway",
    "Stationery",
    "StationeryRefused",
    "Told",
    "UnknownLetter",
    "UnprintableAddress",
    "compose",
    "compose_plain",
    "erase",
    "ids_of",
    "judge_with",
    "laid_of",
    "languages_of",
    "lay",
    "print_letter",
    "printing_wanted",
    "render",
    "settle_laid",
    "try_letterhead",
    "want",
    "write",
    "write_to_joiner",
]
