"""The name of a file as it is shown: whoever sent it chose every character of it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.enclosures import shown_name

_TURNED = "\N{RIGHT-TO-LEFT OVERRIDE}"


@pytest.mark.parametrize(
    ("given_name", "shown"),
    [
        ("bin.jpg", "bin.jpg"),
        ("Llun o'r bin, Ŵyn.jpg", "Llun o'r bin, Ŵyn.jpg"),
        ("/var/secret/bin.jpg", "bin.jpg"),
        ("C:\\Users\\Ann\\bin.jpg", "bin.jpg"),
        ("../../../etc/passwd", "passwd"),
        ("..", ".."),
        ("folder/", ""),
        ("", ""),
        ("a\0b\x1b[31m.jpg", "ab[31m.jpg"),
        ("two\nlines\r\n.jpg", "two lines .jpg"),
        (f"cod{_TURNED}gpj.exe", "codgpj.exe"),
        ("a\N{ZERO WIDTH SPACE}b\ufeff.jpg", "ab.jpg"),
        ("\ud800.jpg", ".jpg"),
        ("  many   spaces .jpg ", "many spaces .jpg"),
        ("<b>bold</b>.jpg", "b>.jpg"),
    ],
)
def test_a_name_is_shown_without_what_could_deceive(given_name: str, shown: str) -> None:
    assert shown_name(given_name) == shown


def test_a_name_of_ten_thousand_letters_keeps_its_beginning_and_its_ending() -> None:
    shown = shown_name("a" * 10_000 + ".jpeg")

    assert len(shown) == 80
    assert shown.startswith("aaaa")
    assert shown.endswith("a….jpeg")


@given(st.text())
def test_whatever_it_is_called_it_is_one_short_line_without_a_folder(name: str) -> None:
    shown = shown_name(name)

    assert len(shown) <= 80
    assert not {"/", "\\", "\0", "\n"} & set(shown)
    assert not any(unicodedata.category(sign) in {"Cc", "Cf", "Cs"} for sign in shown)
