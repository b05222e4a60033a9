"""The contact block: where the council is, the reference, and the QR code with its address.

It grows with the letter's size as far as its place allows. The body says the same again in the
reader's own size, so that nobody depends on small print.
"""

from hub import paper
from hub.letters.edition import BETWEEN_LANGUAGES, Edition
from hub.letters.head import TOP, LetterheadDoesNotFit
from hub.letters.ink import BLACK, QUIET, Code, Ink
from hub.letters.setting import Setting
from hub.paper import REGULAR, SEMIBOLD, Font

_SMALLEST, _LARGEST = 9, 18
_ADDRESS_SIZE, _LINK_SIZE = 10, 12
_BESIDE = 5.0  # mm left of the block, clear of the logo's place
_CODE = 25.0
_QUIET_ZONE = 3.5  # mm: more than 4 modules of our codes
_GAP = 1.5


def contact_ink(edition: Edition) -> tuple[Ink, ...]:
    """Set the contact block as large as its place allows, up to the letter's own size.

    :raises LetterheadDoesNotFit: if not even the smallest size fits.
    """
    box = edition.profile.contact
    for size in range(min(edition.size, _LARGEST), _SMALLEST - 1, -1):
        setting = Setting(size, box.left + _BESIDE, box.width - _BESIDE)
        if size == _SMALLEST or _is_unbroken(edition, setting):
            pile = _Pile(TOP)
            _fill(pile, edition, setting)
            if pile.bottom <= box.bottom:
                return tuple(pile.ink)
    raise LetterheadDoesNotFit(council=edition.head.council)


class _Pile:
    """Lines piled up from the top down."""

    def __init__(self, top: float) -> None:
        self.ink: list[Ink] = []
        self.bottom = top

    def say(
        self, words: str, setting: Setting, *, font: Font = REGULAR, colour: str = BLACK
    ) -> None:
        for line in _lines(words, setting, font):
            self.ink.append(setting.line(line, font=font, colour=colour).lowered(self.bottom))
            self.bottom += setting.leading * 0.9


def _fill(pile: _Pile, edition: Edition, setting: Setting) -> None:
    for line in edition.head.address:
        pile.say(line, setting.sized(_ADDRESS_SIZE), colour=QUIET)
    pile.bottom += _GAP
    for line in edition.head.contact:
        pile.say(line, setting)
    pile.bottom += _GAP
    pile.say(edition.reference_label, setting, colour=QUIET)
    pile.say(edition.reference.shown, setting, font=SEMIBOLD)
    pile.bottom += _QUIET_ZONE
    pile.ink.extend(_code(edition, setting, top=pile.bottom))
    pile.bottom += _CODE + _QUIET_ZONE - _GAP
    link = edition.link.partition("://")[2]
    pile.say(link, _shrunk(link, setting.sized(min(setting.size, _LINK_SIZE)), lines=2))


def _code(edition: Edition, setting: Setting, *, top: float) -> list[Ink]:
    beside = setting.part(_CODE + _QUIET_ZONE)
    most = int(_CODE / beside.leading)
    label = _Pile(top)
    label.say(edition.link_label, _shrunk(edition.link_label, beside, lines=most), colour=QUIET)
    return [Code(setting.left, top, _CODE, edition.link), *label.ink]


def _shrunk(words: str, setting: Setting, *, lines: int) -> Setting:
    while setting.size > _SMALLEST and len(_lines(words, setting)) > lines:
        setting = setting.sized(setting.size - 1)
    return setting


def _lines(words: str, setting: Setting, font: Font = REGULAR) -> list[str]:
    shown = paper.legible(words)
    if font.width(shown, setting.size) > setting.width:
        shown = shown.replace(BETWEEN_LANGUAGES, f"{BETWEEN_LANGUAGES.rstrip()}\n")
    return paper.break_lines(shown, font=font, size=setting.size, width=setting.width)


def _is_unbroken(edition: Edition, setting: Setting) -> bool:
    words = " ".join((*edition.head.contact, edition.reference_label)).split()
    fits = all(_width(word, REGULAR, setting) <= setting.width for word in words)
    return fits and _width(edition.reference.shown, SEMIBOLD, setting) <= setting.width


def _width(words: str, font: Font, setting: Setting) -> float:
    return font.width(paper.legible(words), setting.size)
