"""The letters as a council writes them, and the mistakes it is told of."""

from pathlib import Path

import pytest

from hub.letters import Stationery, StationeryRefused, UnknownLetter

LETTER = """\
letter: received
greeting: {en: "Dear {name}", cy: "Annwyl {name}"}
subject: {en: We have it, cy: Mae gennym}
parts:
  - say: {en: Thank you., cy: Diolch.}
"""


def _written(folder: Path, words: str, name: str = "received.yaml") -> Path:
    (folder / "letters").mkdir()
    (folder / "letters" / name).write_text(words)
    return folder


def test_the_letters_that_are_shipped_have_no_mistake(templates: Path) -> None:
    names = {"received", "joined", "granted", "ending", "saved", "saved-reminder"}
    assert Stationery.read(templates).names == names


def test_a_letter_is_found_by_its_name(tmp_path: Path) -> None:
    stationery = Stationery.read(_written(tmp_path, LETTER))

    assert stationery.template("received").pieces[0].say


def test_a_letter_nobody_wrote_is_refused(tmp_path: Path) -> None:
    stationery = Stationery.read(_written(tmp_path, LETTER))

    with pytest.raises(UnknownLetter):
        stationery.template("granted")


@pytest.mark.parametrize(
    ("right", "wrong", "line", "remedy"),
    [
        (", cy: Diolch.", "", 5, "Write cy"),
        ("Dear {name}", "Dear {nome}", 2, "“name”"),
        ("Annwyl {name}", "Annwyl", 2, "same {names}"),
        ("say:", "sey:", 5, "“say”"),
        ("say: {en: Thank you., cy: Diolch.}", "show: all", 5, "told"),
        ("letter: received", "letter: granted", 1, "Write received"),
        ("parts:", "part:", 4, "“parts”"),
    ],
)
def test_a_mistake_is_told_with_file_line_and_remedy(
    tmp_path: Path, right: str, wrong: str, line: int, remedy: str
) -> None:
    folder = _written(tmp_path, LETTER.replace(right, wrong))

    with pytest.raises(StationeryRefused) as refused:
        Stationery.read(folder)

    told = [(mistake.file, mistake.line) for mistake in refused.value.mistakes]
    assert ("letters/received.yaml", line) in told
    assert any(remedy in mistake.remedy for mistake in refused.value.mistakes)


def test_a_part_is_one_thing(tmp_path: Path) -> None:
    both = LETTER.replace("say:", "show: told\n    say:")

    with pytest.raises(StationeryRefused, match="either heading, say or show"):
        Stationery.read(_written(tmp_path, both))
