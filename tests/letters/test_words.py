"""What stands on a letter is what was said, to the letter."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hub import letters, paper
from hub.letters import Edition, Heading, Paragraph, Points, Told
from hub.values import Language
from tests.builders.letters import LINK, a_passage, an_edition
from tests.letters import reading

FOOT = 277.0

HOSTILE = [
    "<b>bold</b> <i>x</i> </para> <para>",
    "<img src=/etc/hostname> <img src='https://example.com/x.png'/>",
    "{reference} %s \\n (un)balanced ((( \\",
    "Ŵŷ ŵŶ â ê î ô û: Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
    "Zażółć gęślą jaźń, Țara, Đorđe, Čapek, Ελλάδα, Київ, Việt Nam",
    "“Curly” \u2018quotes\u2019 \u2013 and — dashes … £5 €6 ½ 20°",
    "x" * 300,
    "=1+1 @cmd |pipe",
]


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("size", [12, 36])
def test_whatever_a_resident_wrote_is_printed_as_it_is(words: str, size: int) -> None:
    passage = a_passage(blocks=(Heading(words), Paragraph(words), Points((words,))))

    edition = an_edition(passage, size=size)

    assert _body(edition) == _said(edition)


@pytest.mark.parametrize("size", [12, 14, 16, 18, 21, 24, 30, 36])
def test_a_long_story_is_whole_at_every_size(size: int) -> None:
    story = ("The bin was out at seven. The crew drove past it, and I waved. " * 64)[:4000]
    rows = (("Story", story), *((f"Question {n}", f"Answer {n}") for n in range(30)))

    edition = an_edition(a_passage(blocks=(Told(rows),)), size=size)

    assert _body(edition) == _said(edition)


def test_an_answer_keeps_its_lines() -> None:
    edition = an_edition(a_passage(blocks=(Told((("Story", "one\n\ntwo\nthree"),)),)))

    found = [line for page in reading.lines(letters.render(edition)) for line in page]

    tops = [line.box.top for line in found if line.words in {"one", "two", "three"}]
    assert tops == sorted(tops)
    assert len(tops) == 3


def test_the_welsh_is_read_first_and_each_language_has_its_own_page() -> None:
    welsh = a_passage("Diolch.", language=Language.CY, page_of="Tudalen {page} o {pages}")
    english = a_passage("Thank you.")

    pages = reading.lines(letters.render(an_edition(welsh, english)))

    assert [[line.words for line in page][-2:] for page in pages] == [
        ["Diolch.", "Tudalen 1 o 2"],
        ["Thank you.", "Page 2 of 2"],
    ]


def test_a_sign_we_cannot_print_leaves_a_mark_and_is_named() -> None:
    edition = an_edition(a_passage("Thank you 👍👍 for 漢"))

    assert "Thank you [?] for [?]" in reading.words(letters.render(edition))
    assert edition.unprintable() == ("👍", "漢")


def test_the_code_and_the_words_beside_it_lead_to_the_same_place() -> None:
    pdf = letters.render(an_edition())

    assert reading.codes(pdf) == [LINK]
    assert LINK.removeprefix("https://") in reading.words(pdf).replace(" ", "")
    assert "1234 567 8978" in reading.words(pdf)


def test_the_same_edition_is_the_same_file() -> None:
    assert letters.render(an_edition()) == letters.render(an_edition())


_anything = st.text(max_size=120) | st.sampled_from(HOSTILE)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(_anything, _anything), max_size=6), _anything, st.sampled_from([12, 18, 36])
)
def test_any_words_at_all_come_out_as_they_went_in(
    rows: list[tuple[str, str]], story: str, size: int
) -> None:
    blocks = (Paragraph(story), Told(tuple(rows)))

    edition = an_edition(a_passage(blocks=blocks, greeting=story), size=size)

    assert _body(edition) == _said(edition)


def _said(edition: Edition) -> str:
    return "".join("".join(map(paper.legible, edition.words())).split())


def _body(edition: Edition) -> str:
    printed = letters.print_letter(edition)
    said = "".join(_lines_of_body(printed.pdf, edition.profile.first_body.top))
    return "".join(said.replace("•", "").split())


def _lines_of_body(pdf: bytes, top: float) -> Iterator[str]:
    for number, page in enumerate(reading.lines(pdf)):
        for line in page:
            if line.box.bottom < FOOT and (number or line.box.top > top):
                yield line.words
