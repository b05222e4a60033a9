"""Which services ask for whom they are, and what is left out where a service asks it itself."""

import shutil
from pathlib import Path

import pytest

from hub.catalogue import Catalogue
from hub.catalogue.definition import Meaning, Question, Service
from hub.councils import Councils
from hub.files import FilesRefused

_HELPED = {Meaning.FOR_WHOM, Meaning.PERSON, Meaning.AGREED, Meaning.GROUND, Meaning.ANSWER_TO}


def service(templates: Path, name: str) -> Service:
    councils = Councils.read(templates / "councils")
    return Catalogue.read(templates, councils).service("aberwen", name)


def meanings(asked: Service) -> list[Meaning]:
    questions = (step for step in asked.steps if isinstance(step, Question))
    return [question.means for question in questions if question.means]


def changed(templates: Path, folder: Path, name: str, old: str, new: str) -> Path:
    """Copy the templates with one thing of one service changed."""
    copy = folder / "templates"
    shutil.copytree(templates, copy)
    file = copy / "services" / f"{name}.yaml"
    written = file.read_text(encoding="utf-8")
    assert old in written
    file.write_text(written.replace(old, new, 1), encoding="utf-8")
    return copy


def test_a_service_with_a_home_asks_for_whom_it_is(templates: Path) -> None:
    asked = meanings(service(templates, "missed-bin"))

    assert set(asked) >= _HELPED | {Meaning.ORGANISATION}


@pytest.mark.parametrize("name", ["pothole", "fly-tipping", "street-light"])
def test_a_thing_in_the_street_is_nobodys(templates: Path, name: str) -> None:
    asked = meanings(service(templates, name))

    assert not {*asked} & _HELPED


@pytest.mark.parametrize("name", ["blue-badge", "assisted-bin-collection"])
def test_a_service_that_asks_it_itself_does_not_ask_twice(templates: Path, name: str) -> None:
    asked = meanings(service(templates, name))

    assert asked.count(Meaning.FOR_WHOM) == asked.count(Meaning.PERSON) == 1
    assert set(asked) >= _HELPED
    assert Meaning.ORGANISATION not in asked


def test_the_key_says_otherwise_both_ways(templates: Path, tmp_path: Path) -> None:
    without = "for_somebody_else: no\nquestions:"
    never = changed(templates, tmp_path / "never", "missed-bin", "questions:", without)
    always = changed(
        templates, tmp_path / "always", "pothole", "questions:", without.replace("no", "yes")
    )

    assert not {*meanings(service(never, "missed-bin"))} & _HELPED
    assert set(meanings(service(always, "pothole"))) >= _HELPED


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("questions:", "for_somebody_else: no\nquestions:", "not whether that person agrees"),
        ("- {id: me,", "- {id: myself,", "Nobody can say that they ask for themselves"),
        ("means: for_whom", "means: person", "does not fit the kind"),
    ],
)
def test_what_could_not_be_followed_is_refused(
    templates: Path, tmp_path: Path, *, old: str, new: str, what: str
) -> None:
    wrong = changed(templates, tmp_path, "assisted-bin-collection", old, new)

    with pytest.raises(FilesRefused) as refused:
        service(wrong, "assisted-bin-collection")

    assert any(what in mistake.what for mistake in refused.value.mistakes)
