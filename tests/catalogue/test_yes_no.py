"""A question of yes or no may be answered in two words of its own."""

import json
from pathlib import Path

import pytest

from hub.catalogue import versions
from hub.catalogue.definition import Question, Service, Several, YesNo
from hub.values import Language, Text
from tests.catalogue.written import BINS, a_service, changed, mistakes_in

ASKED = "kind: digits\n    length: 8"
SAID = "say_yes: {en: Yes, cy: Oes}\n    say_no: {en: No, cy: Nac oes}\n"
OES = YesNo(Text({"en": "Yes", "cy": "Oes"}), Text({"en": "No", "cy": "Nac oes"}))


def question_of(service: Service) -> Question:
    return next(
        step for step in service.steps if isinstance(step, Question) and step.id == "permit"
    )


def group_of(service: Service) -> Several:
    return next(step for step in service.steps if isinstance(step, Several))


def test_a_question_says_its_own_two_words(tmp_path: Path) -> None:
    service = a_service(tmp_path, bins=changed(ASKED, f"kind: yes/no\n    {SAID}"))

    assert question_of(service).says == OES


def test_so_does_the_question_whether_there_is_another(tmp_path: Path) -> None:
    service = a_service(tmp_path, bins=changed("    most: 5\n", f"    most: 5\n    {SAID}"))

    assert group_of(service).says == OES


def test_without_words_of_its_own_it_has_the_common_ones(tmp_path: Path) -> None:
    service = a_service(tmp_path, bins=changed(ASKED, "kind: yes/no"))

    assert question_of(service).says is None
    assert group_of(service).says is None


def test_a_council_with_one_language_keeps_the_words_of_that_one(tmp_path: Path) -> None:
    bins = changed(ASKED, f"kind: yes/no\n    {SAID}")

    says = question_of(a_service(tmp_path, bins=bins, languages="[en]")).says

    assert says == YesNo(Text({"en": "Yes"}), Text({"en": "No"}))
    assert says.no.to(Language.CY) == "No"


@pytest.mark.parametrize(
    ("old", "new", "key", "said"),
    [
        (ASKED, "kind: yes/no\n    say_yes: {en: Yes, cy: Oes}", "questions.2", "“say_no” is miss"),
        (ASKED, "kind: yes/no\n    say_no: {en: No, cy: Na}", "questions.2", "“say_yes” is miss"),
        ("most: 5", "most: 5\n    say_no: {en: No, cy: Na}", "questions.4", "“say_yes” is missing"),
        (
            "kind: digits",
            "kind: digits\n    say_yes: {en: Yes, cy: Oes}",
            "questions.2.say_yes",
            "does not fit the kind “digits”. Take say_yes out, or write kind: yes/no",
        ),
        (
            ASKED,
            "kind: yes/no\n    say_yes: {en: Yes}\n    say_no: {en: No, cy: Na}",
            "questions.2.say_yes",
            "“cy” are missing",
        ),
    ],
)
def test_half_a_pair_or_one_that_does_not_fit_is_a_mistake(
    tmp_path: Path, old: str, new: str, key: str, said: str
) -> None:
    (mistake,) = mistakes_in(tmp_path, bins=changed(old, new))

    assert mistake.key == key
    assert said in str(mistake)


def test_a_version_kept_before_there_were_such_words_still_builds(tmp_path: Path) -> None:
    said = changed(ASKED, f"kind: yes/no\n    {SAID}").replace("most: 5\n", f"most: 5\n    {SAID}")
    kept = json.loads(a_service(tmp_path, bins=said).source)
    steps = [step for step in kept["service"]["questions"] if "say_yes" in step]
    for step in steps:
        del step["say_yes"], step["say_no"]

    old = versions.build(json.dumps(kept))

    assert len(steps) == 2
    assert question_of(old).says is group_of(old).says is None
    assert len(old.steps) == len(a_service(tmp_path / "now", bins=BINS).steps)
