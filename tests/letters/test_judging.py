"""A service that a letter could not carry is refused before anyone asks for it."""

import re
from pathlib import Path

from hub.catalogue import Catalogue
from hub.councils import Councils
from hub.files import Mistake
from hub.letters import Stationery, judge_with
from tests.catalogue.written import BINS, TEMPLATES, a_folder, changed

LETTER = (TEMPLATES / "letters" / "received.yaml").read_text(encoding="utf-8")


def refused(folder: Path, *, bins: str = BINS, letter: str = LETTER) -> tuple[Mistake, ...]:
    templates = a_folder(folder, bins=bins)
    (templates / "letters").mkdir()
    (templates / "letters" / "received.yaml").write_text(letter, encoding="utf-8")
    letters = Stationery.read(templates)
    return Catalogue.check(
        templates,
        Councils.read(templates / "councils"),
        letters=letters.names,
        judges=[judge_with(letters)],
    )


def test_the_letter_that_is_shipped_says_all_that_must_be_said(tmp_path: Path) -> None:
    assert refused(tmp_path) == ()


def test_a_letter_without_the_price_is_refused_where_there_is_one(tmp_path: Path) -> None:
    (english, welsh) = refused(tmp_path, letter=LETTER.replace("{fee}", "something"))

    assert english.key == welsh.key == "letters.acknowledge"
    assert english.line == BINS[: BINS.index("letters:")].count("\n") + 1
    assert "{fee} in “cy”" in english.what
    assert "letters/received.yaml" in english.remedy


def test_a_letter_without_the_day_is_refused_always(tmp_path: Path) -> None:
    mistakes = refused(tmp_path, letter=LETTER.replace("{answer_by}", "soon"))

    assert [("{answer_by}" in mistake.what) for mistake in mistakes] == [True, True]


def test_a_letter_that_shows_nothing_owed_is_refused_where_something_may_be(tmp_path: Path) -> None:
    photo = "  - {id: photo, kind: file, owed: yes, ask: {en: A photo?, cy: Llun?}}\n  - id: home\n"
    letter = re.sub(r"  - show: owed\n    when: owed\n", "", LETTER)

    (mistake,) = refused(tmp_path, bins=changed("  - id: home\n", photo), letter=letter)

    assert "still owed" in mistake.what


def test_a_sign_that_cannot_be_printed_is_refused(tmp_path: Path) -> None:
    (mistake,) = refused(tmp_path, bins=changed("{en: Grey, cy: Llwyd}", "{en: Grey 🗑, cy: Llwyd}"))

    assert mistake.key == "questions.1.options.1.say.en"
    assert "🗑" in mistake.what
