"""What a right definition becomes."""

from dataclasses import replace
from pathlib import Path

from hub.catalogue.definition import (
    Condition,
    Deadline,
    Kind,
    Meaning,
    Period,
    Question,
    Relation,
    Several,
    Stop,
    Test,
    Unit,
)
from hub.values import Language
from tests.catalogue.written import ABOUT_YOU, BINS, a_service, changed, mistakes_in


def ids_of(folder: Path, **written: str) -> list[str]:
    return [step.id for step in a_service(folder, **written).steps]


def test_a_service_has_its_questions_groups_and_stops_in_order(tmp_path: Path) -> None:
    service = a_service(tmp_path)

    own = service.steps[:6]
    assert [type(step) for step in own] == [Question, Question, Question, Several, Stop, Question]
    assert [step.id for step in own] == ["bin", "permit", "how_many", "things", "too_many", "home"]


def test_the_terms_of_a_service_are_values(tmp_path: Path) -> None:
    service = a_service(tmp_path)

    assert service.deadline == Deadline(2, Unit.WORKING_DAYS)
    assert service.keep_after_closing == Period(2, Unit.YEARS)
    assert service.routing.otherwise == "waste-collections"
    assert service.letters == {"acknowledge": "received"}
    assert service.fee is not None
    assert [(rule.pence, rule.per) for rule in service.fee.rules] == [(100, "things")]
    assert [danger.ring for danger in service.dangers] == ["01632 960001"]


def test_a_mapping_wants_all_and_a_list_of_mappings_any(tmp_path: Path) -> None:
    both = changed("{how_many: {at_least: 5}}", "[{bin: grey, how_many: 5}, {bin: {not: grey}}]")
    both = both.replace("    why: {en: Too many.", "    go_on: yes\n    why: {en: Too many.")

    stop = a_service(tmp_path, bins=both).steps[4]

    assert isinstance(stop, Stop)
    grey = Test("bin", Relation.EQUAL, ("grey",))
    five = Test("how_many", Relation.EQUAL, (5,))
    assert stop.when == Condition(((grey, five), (replace(grey, relation=Relation.NOT),)))


def test_yes_and_no_are_words_and_mean_true_and_false(tmp_path: Path) -> None:
    post_to = next(step for step in a_service(tmp_path).steps if step.id == "post_to")

    assert isinstance(post_to, Question)
    assert post_to.only_if == Condition(((Test("write_here", Relation.EQUAL, (False,)),),))


def test_the_hubs_own_questions_follow_those_of_the_service(tmp_path: Path) -> None:
    assert ids_of(tmp_path)[-4:] == ["your_name", "write_here", "post_to", "language"]


def test_where_no_home_is_asked_nobody_is_asked_to_be_written_to_there(tmp_path: Path) -> None:
    without_home = changed("    means: home\n", "")

    steps = a_service(tmp_path, bins=without_home).steps

    assert "write_here" not in [step.id for step in steps]
    post_to = next(step for step in steps if step.id == "post_to")
    assert isinstance(post_to, Question)
    assert post_to.only_if is None


def test_a_council_with_one_language_does_not_ask_which(tmp_path: Path) -> None:
    service = a_service(tmp_path, languages="[en]")

    assert service.languages == (Language.EN,)
    assert "language" not in [step.id for step in service.steps]
    assert list(service.title) == [Language.EN]


def test_a_label_is_the_question_itself_unless_it_is_written(tmp_path: Path) -> None:
    labelled = changed("cy: Faint?}", "cy: Faint?}\n    short: {en: Number, cy: Nifer}")

    first, _, third, *_ = a_service(tmp_path, bins=labelled).steps

    assert isinstance(first, Question)
    assert isinstance(third, Question)
    assert first.short == first.ask
    assert third.short.to(Language.EN) == "Number"


def test_every_kind_of_question_can_be_written(tmp_path: Path) -> None:
    extra = {
        Kind.CHOICE: "options: [{id: a, say: {en: A, cy: A}}, {id: b, say: {en: B, cy: B}}]",
        Kind.CHOICES: "options: [{id: a, say: {en: A, cy: A}}, {id: b, say: {en: B, cy: B}}]",
        Kind.PATTERN: 'pattern: "[A-Z]{2}", example: AB',
        Kind.BOOKING: "book: {notice: 2 working days, horizon: 6 weeks, "
        "rounds: [{round: van, on: [monday], places: 2}]}",
    }
    questions = "".join(
        f"  - {{id: q{n}, kind: {kind}, ask: {{en: Q, cy: C}}, {extra.get(kind, '')}}}\n"
        for n, kind in enumerate(Kind)
    )

    service = a_service(tmp_path, bins=BINS.replace("questions:\n", f"questions:\n{questions}", 1))

    asked = [step for step in service.steps if isinstance(step, Question)]
    assert [question.kind for question in asked[: len(Kind)]] == list(Kind)


def test_the_same_words_have_the_same_version_and_other_words_another(tmp_path: Path) -> None:
    first = a_service(tmp_path / "first")
    spaced = a_service(tmp_path / "spaced", bins="# a remark\n" + BINS.replace(", cy:", ",  cy:"))
    other = a_service(tmp_path / "other", bins=changed("Which bin?", "Which bin is it?"))
    reviewed = a_service(tmp_path / "reviewed", bins="welsh: reviewed\n" + BINS)

    assert first.version == spaced.version == reviewed.version
    assert first.version != other.version
    assert len(first.version) == 16


def test_the_hubs_own_questions_belong_to_the_version(tmp_path: Path) -> None:
    first = a_service(tmp_path / "first")
    asked = ABOUT_YOU.replace("Who are you?", "What is your name?")

    assert a_service(tmp_path / "other", about_you=asked).version != first.version


def test_what_a_question_means_shapes_no_mistake_in_a_right_service(tmp_path: Path) -> None:
    service = a_service(tmp_path)

    meant = [step.means for step in service.steps if isinstance(step, Question) and step.means]

    assert meant == [
        Meaning.HOME,
        Meaning.NAME,
        Meaning.WRITE_HERE,
        Meaning.POST_TO,
        Meaning.LANGUAGE,
    ]
    assert mistakes_in(tmp_path) == ()
