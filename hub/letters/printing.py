"""From an edition to a PDF: lay it out, number the pages, draw them."""

from dataclasses import dataclass, replace

from hub import paper
from hub.letters.contact import contact_ink
from hub.letters.edition import Edition, Passage
from hub.letters.head import head_ink
from hub.letters.ink import QUIET, Ink, Line
from hub.letters.paging import Column
from hub.letters.setting import LEFT, Setting
from hub.letters.strips import strips_of
from hub.letters.window import window_ink
from hub.paper import REGULAR, Box, Sheets

RIGHT = 190.0
FOOT = 287.0  # the baseline of the page number
_OPENING = 3.0  # mm below the top of the first page's body
_LATER_TOP = 18.0
_ABOVE_NUMBER = 7.0
_CAPITAL = 0.7  # of the size
_MEASURE = 37  # ems: a line longer than about 80 letters is hard to find one's way back in
_SIDES = 2


@dataclass(frozen=True, slots=True)
class Printed:
    """Hold a letter as it is printed: its bytes, its pages, its sheets, the profile it took."""

    pdf: bytes
    pages: int
    sheets: int
    profile: str


def print_letter(edition: Edition) -> Printed:
    """Make the PDF of a letter; the same edition always gives the same bytes.

    A letter with more pages than its profile carries takes the profile for longer ones. Its type
    is never made smaller.

    :raises UnprintableAddress: if the fonts lack a character of the name or the address.
    :raises AddressDoesNotFit: if the address does not fit into the window.
    :raises LetterheadDoesNotFit: if the council's names or contact lines do not fit.
    """
    pages = _pages(edition)
    if not edition.profile.carries(len(pages)) and edition.profile.longer:
        longer = paper.profile_named(edition.profile.longer)
        return print_letter(replace(edition, profile=longer))
    sheets = -(-len(pages) // _SIDES)
    return Printed(_drawn(edition, pages), len(pages), sheets, edition.profile.name)


def render(edition: Edition) -> bytes:
    """Give the PDF of a letter, as `print_letter` makes it."""
    return print_letter(edition).pdf


def _pages(edition: Edition) -> list[list[Ink]]:
    setting = Setting(edition.size, LEFT, _measure(edition.size))
    first, later = _columns(edition)
    leaves = [
        (passage, page)
        for n, passage in enumerate(edition.passages)
        for page in _body(passage, setting, first if n == 0 else later, later)
    ]
    for n, (passage, page) in enumerate(leaves, 1):
        page.append(_number(passage.page_of.format(page=n, pages=len(leaves)), setting))
    head = [*head_ink(edition), *window_ink(edition), *contact_ink(edition)]
    leaves[0][1][:0] = head
    return [page for _, page in leaves]


def _measure(size: float) -> float:
    return min(RIGHT - LEFT, paper.millimetres(size * _MEASURE))


def _columns(edition: Edition) -> tuple[Box, Box]:
    bottom = FOOT - paper.millimetres(edition.size * _CAPITAL) - _ABOVE_NUMBER
    top = edition.profile.first_body.top + _OPENING
    return Box(LEFT, top, RIGHT, bottom), Box(LEFT, _LATER_TOP, RIGHT, bottom)


def _body(passage: Passage, setting: Setting, first: Box, later: Box) -> list[list[Ink]]:
    column = Column(first=first, later=later)
    column.take(strips_of(passage, setting))
    return column.pages


def _number(words: str, setting: Setting) -> Line:
    size = setting.size
    while REGULAR.width(words, size) > setting.width:
        size -= 1
    return Line(setting.left, FOOT, words, REGULAR, size, QUIET)


def _drawn(edition: Edition, pages: list[list[Ink]]) -> bytes:
    opening = edition.passages[0]
    sheets = Sheets(
        title=paper.legible(opening.subject),
        author=paper.legible(edition.head.names[0]),
        language=opening.language.value,
    )
    for n, page in enumerate(pages):
        if n:
            sheets.turn()
        for ink in page:
            ink.draw(sheets)
    return sheets.finish()
