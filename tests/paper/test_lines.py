from hypothesis import given
from hypothesis import strategies as st

from hub import paper
from hub.paper import REGULAR

WIDTH = 60.0


def _broken(words: str, size: float = 12) -> list[str]:
    return paper.break_lines(words, font=REGULAR, size=size, width=WIDTH)


def test_no_word_is_split() -> None:
    words = "Rhowch wybod i ni os na wnaethom wagio eich bin ar y diwrnod cywir"

    lines = _broken(words)

    assert len(lines) > 1
    assert " ".join(lines) == words


def test_a_word_wider_than_the_column_is_split_and_nothing_of_it_is_lost() -> None:
    word = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"

    lines = _broken(word, size=36)

    assert "".join(lines) == word
    assert all(REGULAR.width(line, 36) <= WIDTH for line in lines)


def test_a_web_address_is_split_behind_a_slash() -> None:
    lines = _broken("requests.aberwen.example/r/12345678978", size=20)

    assert lines[0].endswith(("/", "."))


def test_a_line_break_stays_one() -> None:
    assert _broken("one\n\ntwo") == ["one", "", "two"]


def test_words_that_belong_together_stay_on_one_line() -> None:
    lines = _broken("Your reference for this request is 1234\u00a0567\u00a08978.")

    assert lines[-1].endswith("1234\u00a0567\u00a08978.")


@given(st.text(max_size=200), st.integers(10, 40))
def test_whatever_is_broken_fits_and_is_whole(written: str, size: int) -> None:
    words = paper.legible(written)

    lines = _broken(words, size)

    assert "".join("".join(lines).split()) == "".join(words.split())
    assert all(len(line) == 1 or REGULAR.width(line, size) <= WIDTH + 0.001 for line in lines)
