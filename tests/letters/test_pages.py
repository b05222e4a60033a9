"""A letter reflows: larger type takes more pages, never smaller type."""

from itertools import pairwise

import pytest

from hub import letters
from hub.letters import Edition, Heading, Paragraph, Told
from hub.paper import DL, NOTIFY, Profile
from tests.builders.letters import a_passage, an_edition
from tests.letters import reading

WORDS = "We will come back for your bin, or write to tell you why we cannot do so. "


def _long(size: int, profile: Profile = NOTIFY, times: int = 12) -> Edition:
    return an_edition(a_passage(*[WORDS * 4] * times), size=size, profile=profile)


@pytest.mark.parametrize("size", range(12, 37))
def test_the_body_is_printed_in_the_size_that_was_asked_for(size: int) -> None:
    lines = reading.lines(letters.render(_long(size, times=2)))

    sizes = {line.size for page in lines for line in page if line.words.startswith("We will")}

    assert sizes == {size}


def test_larger_type_takes_more_pages() -> None:
    pages = [letters.print_letter(_long(size)).pages for size in (12, 18, 24, 36)]

    assert all(fewer < more for fewer, more in pairwise(pages))


@pytest.mark.parametrize("profile", [NOTIFY, DL], ids=lambda profile: profile.name)
def test_a_letter_too_long_for_its_envelope_takes_our_own_print_in_the_same_size(
    profile: Profile,
) -> None:
    printed = letters.print_letter(_long(36, profile, times=20))

    sizes = {line.size for line in reading.lines(printed.pdf)[3]}
    assert (printed.profile, sizes) == ("own", {36})
    assert printed.pages > 10
    assert printed.sheets == -(-printed.pages // 2)


@pytest.mark.parametrize("size", [12, 24, 36])
def test_every_page_says_which_it_is_in_the_size_of_the_body(size: int) -> None:
    pages = reading.lines(letters.render(_long(size)))

    numbers = [page[-1] for page in pages]

    count = len(pages)
    assert [line.words for line in numbers] == [f"Page {n + 1} of {count}" for n in range(count)]
    assert {line.size for line in numbers} == {size}


@pytest.mark.parametrize("size", [12, 14, 18, 20])
def test_a_heading_is_never_the_last_thing_on_a_page(size: int) -> None:
    blocks = tuple(
        block
        for n in range(20)
        for block in (Heading(f"Heading {n}"), Paragraph(WORDS * (1 + n % 3)))
    )

    for page in reading.lines(letters.render(an_edition(a_passage(blocks=blocks), size=size))):
        *body, _ = page
        assert not body[-1].words.startswith("Heading")


def test_one_line_of_a_paragraph_is_never_left_alone() -> None:
    for times in range(1, 14):
        pages = reading.lines(letters.render(_long(16, times=times)))
        for page in pages[1:]:
            first, second = page[0], page[1]
            assert second.box.top - first.box.top < 10


def test_short_answers_stand_beside_their_questions_and_large_ones_below() -> None:
    blocks = (Told((("Which bin?", "Brown bin"),)),)

    def places(size: int) -> tuple[float, float]:
        lines = reading.lines(letters.render(an_edition(a_passage(blocks=blocks), size=size)))[0]
        asked, said = (
            next(line for line in lines if line.words == words) for words in blocks[0].rows[0]
        )
        return said.box.left - asked.box.left, said.box.top - asked.box.top

    beside, below = places(12), places(18)

    assert beside[0] > 50
    assert abs(beside[1]) < 2
    assert abs(below[0]) < 2
    assert below[1] > 5


@pytest.mark.parametrize("size", [14, 24, 36])
def test_an_answer_is_never_parted_from_its_question(size: int) -> None:
    rows = tuple((f"Question {n}", f"Answer {n}") for n in range(40))

    for page in reading.lines(
        letters.render(an_edition(a_passage(blocks=(Told(rows),)), size=size))
    ):
        *body, _ = page
        assert body[-1].words.startswith("Answer")


def test_a_long_answer_is_as_wide_as_the_letter() -> None:
    rows = (("Story", WORDS * 30),)

    lines = reading.lines(letters.render(an_edition(a_passage(blocks=(Told(rows),)), size=12)))[0]

    story = [line for line in lines if line.words.startswith("We will")]
    assert max(line.box.right - line.box.left for line in lines) > 130
    assert min(line.box.left for line in story) < 27


def test_a_size_nobody_may_ask_for_is_refused() -> None:
    with pytest.raises(ValueError, match="11"):
        an_edition(size=11)


def test_a_letter_that_says_nothing_is_refused() -> None:
    edition = an_edition()

    with pytest.raises(ValueError, match=r"\(\)"):
        Edition(**{name: getattr(edition, name) for name in edition.__slots__} | {"passages": ()})
