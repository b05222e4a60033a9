import pytest

from hub import paper
from hub.paper import REGULAR, SEMIBOLD

WELSH = "ŵ ŷ Ŵ Ŷ â ê î ô û ẅ ẃ ỳ \u2019"
POLISH = "Zażółć gęślą jaźń"


@pytest.mark.parametrize("words", [WELSH, POLISH, "Ελληνικά", "Кириллица", "Tiếng Việt", "£€½°"])
def test_the_fonts_have_what_our_residents_write(words: str) -> None:
    assert paper.lacking(words) == ()
    assert paper.legible(words) == words


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Thank you 👍", "Thank you [?]"),
        ("👩\u200d👩\u200d👧 all three", "[?] all three"),
        ("漢字", "[?]"),
        ("a\x00b\x1b[0m", "ab[0m"),
        ("\u202edesrever\u202c", "desrever"),
        ("soft\u00adhyphen and zero\u200bwidth", "softhyphen and zerowidth"),
        ("e\u0301", "é"),
        ("one\r\ntwo\tthree", "one\ntwo three"),
    ],
)
def test_what_cannot_be_printed_leaves_a_mark(written: str, shown: str) -> None:
    assert paper.legible(written) == shown


def test_what_the_fonts_lack_is_named_once_each() -> None:
    assert paper.lacking("👍 漢 👍 fine") == ("👍", "漢")


def test_words_are_measured_in_millimetres() -> None:
    small, large, bold = (
        REGULAR.width("Aberwen", 12),
        REGULAR.width("Aberwen", 24),
        SEMIBOLD.width("Aberwen", 12),
    )

    assert 14 < small < 18
    assert large == 2 * small
    assert bold > small
