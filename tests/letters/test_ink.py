"""Ink stands only where the envelope's profile has a place for it."""

from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pytest

from hub import letters, paper
from hub.letters import Told
from hub.paper import A4, DL, NOTIFY, OWN, Profile
from hub.paper.envelopes import DL_WINDOW, LARGER_DL_WINDOW
from hub.values import Language
from tests.builders.letters import a_passage, an_edition
from tests.letters import reading

SIZES = [12, 14, 18, 24, 30, 36]
LONG = a_passage(
    *["Rhowch wybod i ni os na wnaethom wagio eich bin ar y diwrnod cywir." * 4] * 6,
    language=Language.CY,
    subject="Mae eich cais wedi ein cyrraedd: rhoi gwybod am fin heb ei wagio",
    page_of="Tudalen {page} o {pages}",
)


@pytest.mark.parametrize("profile", [NOTIFY, DL, OWN], ids=lambda profile: profile.name)
@pytest.mark.parametrize("size", SIZES)
def test_the_first_page_has_ink_only_in_its_places(profile: Profile, size: int) -> None:
    printed = letters.print_letter(an_edition(LONG, size=size, profile=profile))

    taken = paper.profile_named(printed.profile)
    stray = reading.outside(reading.ink(printed.pdf), *taken.zones)
    assert not stray.any(), _where(stray)


@pytest.mark.parametrize("size", SIZES)
def test_later_pages_have_ink_only_in_the_body(size: int) -> None:
    pdf = letters.render(an_edition(LONG, a_passage(), size=size, profile=OWN))

    for page in range(1, reading.count(pdf)):
        stray = reading.outside(reading.ink(pdf, page), OWN.later_body)
        assert not stray.any(), _where(stray)


@pytest.mark.parametrize("size", [12, 36])
def test_the_address_is_seen_whole_wherever_the_sheet_lies_in_a_dl_envelope(size: int) -> None:
    ink = reading.ink(letters.render(an_edition(size=size, profile=DL)))

    for across in (0, DL_WINDOW.play_across):
        for down in (0, DL_WINDOW.play_down):
            seen = DL_WINDOW.window.moved(-across, -down)
            assert reading.inside(ink, seen).sum() == reading.inside(ink, DL.address).sum() > 0


@pytest.mark.parametrize("size", [12, 36])
def test_nothing_but_the_address_is_seen_through_a_dl_window(size: int) -> None:
    ink = reading.ink(letters.render(an_edition(size=size, profile=DL)))

    for window in (DL_WINDOW, LARGER_DL_WINDOW):
        seen = reading.inside(ink, window.seen).sum()
        assert seen == reading.inside(ink, DL.address).sum()


def test_body_and_page_numbers_do_not_touch() -> None:
    answers = Told(tuple((f"Question {n}", "Answer " * 30) for n in range(30)))

    for page in reading.lines(letters.render(an_edition(a_passage(blocks=(answers,)), size=18))):
        *body, number = page
        assert max(line.box.bottom for line in body) < number.box.top - 2


def test_nothing_is_printed_on_anything_else() -> None:
    for page in reading.lines(letters.render(an_edition(LONG, size=20, profile=DL))):
        for one, other in pairwise(page):
            apart = one.box.right <= other.box.left or other.box.right <= one.box.left
            assert apart or one.box.bottom <= other.box.top or other.box.bottom <= one.box.top


def test_a_sheet_is_a4_upright() -> None:
    with reading.opened(letters.render(an_edition())) as document:
        width, height = document[0].get_size()

    assert (round(width * 25.4 / 72), round(height * 25.4 / 72)) == (A4.right, A4.bottom)


def _where(stray: npt.NDArray[np.bool_]) -> str:
    rows, columns = np.nonzero(stray)
    mm = 25.4 / reading.DPI
    return f"ink at {columns.min() * mm:.1f}, {rows.min() * mm:.1f} mm"
