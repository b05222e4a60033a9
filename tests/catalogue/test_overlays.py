"""What a council changes of a service in the library: merged, compared, refused if it must be."""

from pathlib import Path

import pytest

from hub.catalogue import Service
from hub.catalogue.definition import Question, Several
from hub.files import Mistake
from hub.values import Language
from tests.catalogue.overlaid import FILE, laid, offered, refused


def refused_unread(folder: Path, overlay: str) -> tuple[Mistake, ...]:
    return refused(laid(folder, overlay, is_accepted=False))


def ids(service: Service) -> list[str]:
    return [step.id for step in service.steps]


def test_what_is_not_named_stays_as_the_library_has_it(tmp_path: Path) -> None:
    service = offered(laid(tmp_path, "deadline: {answer: 5 working days}\n"))

    assert service.deadline.count == 5
    assert ids(service)[:6] == ["bin", "permit", "how_many", "things", "too_many", "home"]
    assert service.title.to(Language.EN) == "Bins"


def test_the_words_of_a_question_are_changed(tmp_path: Path) -> None:
    overlay = "questions:\n  - change: bin\n    ask: {en: Which one?, cy: Pa un?}\n"

    first = offered(laid(tmp_path, overlay)).steps[0]

    assert isinstance(first, Question)
    assert first.ask.to(Language.CY) == "Pa un?"
    assert [option.id for option in first.options] == ["grey", "brown", "blue"]


def test_options_are_changed_left_out_and_added(tmp_path: Path) -> None:
    overlay = """\
questions:
  - change: bin
    options:
      - {change: grey, say: {en: Black, cy: Du}}
      - {leave_out: blue}
      - {before: brown, id: glass, say: {en: Glass, cy: Gwydr}}
urgent:
  - change: danger
    when: {bin: glass}
"""

    first = offered(laid(tmp_path, overlay)).steps[0]

    assert isinstance(first, Question)
    said = [(option.id, option.say.to(Language.EN)) for option in first.options]
    assert said == [("grey", "Black"), ("glass", "Glass"), ("brown", "Brown")]


def test_questions_are_added_and_left_out_inside_a_group_too(tmp_path: Path) -> None:
    overlay = """\
questions:
  - after: what
    id: colour
    kind: words
    ask: {en: What colour?, cy: Pa liw?}
  - leave_out: too_many
  - before: bin
    id: first
    kind: yes/no
    ask: {en: Ready?, cy: Yn barod?}
  - id: last
    kind: yes/no
    ask: {en: Done?, cy: Wedi gorffen?}
"""

    service = offered(laid(tmp_path, overlay))

    assert ids(service)[:7] == ["first", "bin", "permit", "how_many", "things", "home", "last"]
    group = service.steps[4]
    assert isinstance(group, Several)
    assert [question.id for question in group.questions] == ["what", "colour"]


def test_a_fee_a_route_and_a_key_are_changed_or_taken_out(tmp_path: Path) -> None:
    overlay = "without: [fee, pay_by]\nrouting: {otherwise: bulky-waste}\n"

    service = offered(laid(tmp_path, overlay))

    assert (service.fee, service.pay_by) == (None, ())
    assert service.routing.otherwise == "bulky-waste"
    assert service.routing.rules[0].team == "garden-waste"


def test_a_mistake_names_the_line_of_the_overlay(tmp_path: Path) -> None:
    overlay = "deadline:\n  answer: soon\n"

    (mistake,) = refused(laid(tmp_path, overlay))

    assert (mistake.file, mistake.line, mistake.key) == (FILE, 3, "deadline.answer")


GONE = "questions:\n  - leave_out: how_many\n"


def test_what_the_library_needs_cannot_be_left_out(tmp_path: Path) -> None:
    (mistake,) = refused(laid(tmp_path, GONE))

    assert (mistake.file, mistake.line) == (FILE, 3)
    assert "services/bins.yaml, line" in mistake.what
    assert "“how_many” is not known" in mistake.what


def test_an_option_that_a_rule_goes_by_cannot_be_left_out(tmp_path: Path) -> None:
    overlay = "questions:\n  - change: bin\n    options: [{leave_out: brown}]\n"

    mistakes = refused(laid(tmp_path, overlay))

    assert {(mistake.file, mistake.line) for mistake in mistakes} == {(FILE, 4)}


ADDED = "\n  - {after: bin, id: a, kind: words, ask: {en: A, cy: B}}"
FIGHTS = {
    "a question twice": (
        "questions:\n  - {change: bin, ask: {en: A, cy: B}}\n  - {change: bin, optional: yes}\n",
        "in one place",
    ),
    "changed and left out": (
        "questions:\n  - leave_out: permit\n  - {change: permit, length: 9}\n", "in one place",
    ),
    "left out twice": ("questions:\n  - leave_out: [permit, permit]\n", "in one place"),
    "a key written and taken out": (
        "without: [fee]\nfee:\n  - {pence: 1, say: {en: A, cy: B}}\n", "Keep one",
    ),
    "an option added that is there": (
        "questions:\n  - change: bin\n    options:\n      - {id: grey, say: {en: A, cy: B}}\n",
        "Write change: grey",
    ),
    "a question added that is there": (
        "questions:\n  - {after: bin, id: home, kind: words, ask: {en: A, cy: B}}\n",
        "Write change: home",
    ),
    "two verbs at once": ("questions:\n  - {change: bin, after: permit}\n", "- of its own"),
    "two added of one name": (
        f"questions:{2 * ADDED}", "Keep one",
    ),
    "left out and more": ("questions:\n  - {leave_out: permit, length: 9}\n", "leave_out alone"),
    "nothing changed": ("questions:\n  - change: bin\n", "Write what changes"),
    "nothing at all": ("", "Write a change"),
    "the same as the library": ("deadline: {answer: 2 working days}\n", "Write a change"),
    "another name": ("questions:\n  - {change: bin, id: box}\n", "Take id out"),
    "a question that is gone": ("questions:\n  - {change: permits, length: 9}\n", "“permit”"),
    "an anchor that is gone": (
        f"questions:{ADDED.replace('bin', 'tag')}\n", "Write one of",
    ),
    "an option that is gone": (
        "questions:\n  - change: bin\n    options: [{leave_out: green}]\n", "Write “grey”",
    ),
    "a key that is not there": ("without: [shared]\n", "Write"),
    "a key misspelt": ("deadlin: {answer: 3 days}\n", "Write “deadline”"),
    "no list to leave out": ("without: fee\n", "without: [help]"),
    "two changed in one": ("questions:\n  - {change: [bin, home], optional: yes}\n", "without [ ]"),
}  # fmt: skip


@pytest.mark.parametrize(("overlay", "said"), FIGHTS.values(), ids=FIGHTS.keys())
def test_an_overlay_that_fights_is_refused_with_the_remedy(
    tmp_path: Path, overlay: str, said: str
) -> None:
    mistakes = refused_unread(tmp_path, overlay)

    assert mistakes
    assert {mistake.file for mistake in mistakes} == {FILE}
    assert any(said in mistake.remedy for mistake in mistakes), list(map(str, mistakes))


def test_an_overlay_of_another_service_is_refused(tmp_path: Path) -> None:
    templates = laid(tmp_path, "deadline: {answer: 5 days}\n")
    path = templates / FILE
    path.write_text(path.read_text("utf-8").replace("changes: bins", "changes: bin"), "utf-8")
    path.rename(path.with_name("potholes.yaml"))

    (mistake,) = refused(templates)

    assert "“potholes” is not known" in mistake.what


def test_an_overlay_of_what_the_council_does_not_offer_is_judged_too(tmp_path: Path) -> None:
    templates = laid(tmp_path, "deadline: {answer: soon}\n")
    spare = (templates / "services" / "bins.yaml").read_text("utf-8")
    (templates / "services" / "boxes.yaml").write_text(
        spare.replace("service: bins", "service: boxes"), "utf-8"
    )
    path = templates / FILE
    path.write_text(path.read_text("utf-8").replace("changes: bins", "changes: boxes"), "utf-8")
    path.rename(path.with_name("boxes.yaml"))

    (mistake,) = refused(templates)

    assert mistake.key == "deadline.answer"


def test_a_kind_that_does_not_fit_what_the_question_means_is_blamed_on_the_line_that_says_it(
    tmp_path: Path,
) -> None:
    templates = laid(tmp_path, "questions:\n  - {change: home, kind: words}\n")

    (mistake,) = refused(templates)

    assert mistake.file == FILE
    assert mistake.line == 3
    assert "does not fit the kind “words”" in mistake.what
