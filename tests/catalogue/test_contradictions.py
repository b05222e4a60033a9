"""Conditions that no answers could fulfil are found; those that some could are left in peace."""

from pathlib import Path

import pytest

from hub.catalogue.definition import Condition, Kind, Relation, Test
from hub.catalogue.judging.contradictions import contradicts
from tests.builders.questions import a_question
from tests.catalogue.written import changed, mistakes_in

TWO_MORE = """\
  - id: old
    kind: yes/no
    only_if: {bin: brown}
    ask: {en: Old?, cy: Hen?}
  - id: colour
    kind: words
    only_if: %s
    ask: {en: Colour?, cy: Lliw?}
  - id: home
"""


def keys_of_mistakes(folder: Path, condition: str) -> list[str]:
    written = changed("  - id: home\n", TWO_MORE % condition)
    return [mistake.key for mistake in mistakes_in(folder, bins=written)]


@pytest.mark.parametrize(
    "condition",
    [
        "{old: yes, bin: grey}",  # who is asked whether it is old has a brown bin
        "{bin: {not: [grey, brown, blue]}}",
        "{how_many: {at_least: 4, at_most: 3}}",
        "{how_many: {at_least: 10}}",  # the question takes nine at most
        "{how_many: {equal: 2, at_least: 3}}",
    ],
)
def test_what_can_never_hold_is_a_mistake(tmp_path: Path, condition: str) -> None:
    assert keys_of_mistakes(tmp_path, condition) == ["questions.7.only_if"]


def test_in_a_list_the_one_that_can_never_hold_is_named(tmp_path: Path) -> None:
    condition = "[{bin: blue}, {old: no, bin: [grey, blue]}]"

    assert keys_of_mistakes(tmp_path, condition) == ["questions.7.only_if.2"]


@pytest.mark.parametrize(
    "condition",
    [
        "{old: yes, bin: brown}",
        "[{old: yes}, {bin: grey}]",
        "{bin: {not: [grey, brown]}}",
        "{how_many: {at_least: 3, at_most: 3}}",
        "{how_many: {at_most: 1}}",
    ],
)
def test_what_some_answers_fulfil_is_none(tmp_path: Path, condition: str) -> None:
    assert keys_of_mistakes(tmp_path, condition) == []


def test_what_has_too_many_ways_to_be_followed_is_left_in_peace() -> None:
    red, blue = (Test("bin", Relation.EQUAL, (colour,)) for colour in ("red", "blue"))
    bins = a_question("bin", Kind.CHOICE)
    permit = a_question("permit", Kind.YES_NO, only_if=Condition((*[(red,)] * 300, (blue,))))
    has_permit = Test("permit", Relation.EQUAL, (True,))

    assert not contradicts((has_permit, blue), {"bin": bins, "permit": permit})
