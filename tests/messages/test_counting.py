"""Parts: a text is counted as it is sent and paid."""

import pytest

from hub import messages
from hub.messages.counting import plain


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("", 1),
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("a" * 918, 6),
        ("a" * 158 + "€", 1),
        ("a" * 159 + "€", 2),
        ("a" * 152 + "€" + "a" * 152, 3),  # the euro is not cut in half
        ("ŵ" * 70, 1),
        ("ŵ" * 71, 2),
        ("ŵ" * 134, 2),
        ("ŵ" * 135, 3),
        ("a" * 69 + "ŷ", 1),
        ("a" * 70 + "ŷ", 2),
        ("🗑" * 35, 1),
        ("🗑" * 36, 2),
    ],
)
def test_a_text_is_counted_in_parts(words: str, count: int) -> None:
    assert messages.parts(words) == count


def test_what_the_typesetter_likes_makes_no_text_dearer() -> None:
    words = plain("\u201cIt\u2019s here\u201d \u2013 at last\u2026")

    assert words == '"It\'s here" - at last...'
    assert messages.is_plain(words)


@pytest.mark.parametrize("mark", ["ŵ", "ŷ", "â", "ê", "î", "ô", "û", "ï"])
def test_welsh_marks_that_phones_have_not_make_the_text_wide(mark: str) -> None:
    assert not messages.is_plain(mark)
