"""What the interview says, it says in every language, in words that stand in the templates."""

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hub import interview, values
from hub.catalogue.definition import Kind, Limits, Question
from hub.interview import Another, Given, Problem, UnknownQuestion
from hub.interview.readers import READERS
from hub.values import Language
from hub.words import Words
from tests.builders.givens import ASKED_ON, givens, wrong_givens
from tests.builders.interviews import an_interview
from tests.builders.questions import OES, a_question, questions
from tests.builders.services import a_group, a_service

ROOM = Path(interview.__file__).parent
VALUES = Path(values.__file__).parent


@pytest.fixture(scope="module")
def words(templates: Path) -> Words:
    return Words.read(templates)


@pytest.mark.house
def test_every_problem_that_can_be_raised_has_words(words: Words) -> None:
    files = (*ROOM.rglob("*.py"), *VALUES.rglob("*.py"))
    raised = {key for path in files for key in _keys(ast.parse(path.read_text()))}
    needed = {reader.needed for reader in READERS.values()}

    assert {f"problems.{key}" for key in raised | needed} <= words.keys()
    assert {f"errors.{UnknownQuestion.key}"} <= words.keys()


@settings(max_examples=200, deadline=None)
@given(case=questions("q").flatmap(lambda q: st.tuples(st.just(q), wrong_givens(q))))
def test_a_problem_says_what_to_do_in_every_language(
    words: Words, case: tuple[Question, object]
) -> None:
    question, wrong = case

    with pytest.raises(Problem) as problem:
        an_interview(a_service(question), {"q": wrong})  # type: ignore[dict-item]  # as a stranger may

    said = problem.value.said(words)
    assert all(said.to(language) for language in Language)
    assert "{" not in said.to(Language.EN)


@settings(max_examples=200, deadline=None)
@given(case=questions("q").flatmap(lambda q: st.tuples(st.just(q), givens(q))))
def test_every_answer_can_be_read_back(words: Words, case: tuple[Question, Given]) -> None:
    question, given_ = case
    held = an_interview(a_service(question), {"q": given_})

    (line,) = interview.read_back(held, words)

    assert line.path == "q"
    assert all(line.said.to(language) for language in Language)


@pytest.mark.parametrize(
    ("kind", "given", "english", "welsh"),
    [
        (Kind.YES_NO, "yes", "Yes", "Ie"),
        (Kind.CHOICE, "red", "red", "red (cy)"),
        (Kind.CHOICES, ["blue", "red"], "red, blue", "red (cy), blue (cy)"),
        (Kind.MONEY, "12.50", "£12.50", "£12.50"),
        (Kind.DATE, "2026-11-24", "24 November 2026", "24 Tachwedd 2026"),
        (Kind.PHONE, "+447700900123", "07700 900123", "07700 900123"),
        (Kind.PLACE, {"words": "by the gate"}, "by the gate", "by the gate"),
        (Kind.NUMBER, "1,250", "1250", "1250"),
        (Kind.FILE, ["a" * 64], "Documents sent: 1", "Dogfennau a anfonwyd: 1"),
        (
            Kind.FILE,
            {"later": "yes"},
            "I will send this later",
            "Byddaf yn anfon hwn yn nes ymlaen",
        ),
    ],
)
def test_an_answer_is_read_back_as_people_say_it(
    words: Words, kind: Kind, given: Given, english: str, welsh: str
) -> None:
    held = an_interview(a_service(a_question("q", kind)), {"q": given})

    (line,) = interview.read_back(held, words)

    assert (line.said.to(Language.EN), line.said.to(Language.CY)) == (english, welsh)


def test_a_declaration_is_read_back_word_for_word(words: Words) -> None:
    question = a_question("q", Kind.DECLARATION)
    held = an_interview(a_service(question), {"q": "yes"})

    (line,) = interview.read_back(held, words)

    assert line.said == question.ask


@pytest.mark.parametrize(("given", "welsh"), [("yes", "Oes"), ("no", "Nac oes")])
def test_yes_and_no_are_read_back_in_the_questions_own_words(
    words: Words, given: Given, welsh: str
) -> None:
    held = an_interview(a_service(a_question("q", Kind.YES_NO, says=OES)), {"q": given})

    (line,) = interview.read_back(held, words)

    assert line.said.to(Language.CY) == welsh


def test_the_question_for_more_is_answered_in_the_groups_own_words(words: Words) -> None:
    group = replace(a_group(a_question("thing", Kind.WORDS)), says=OES)
    held = an_interview(a_service(group), {"things.1.thing": "sofa"})

    asked = interview.step(held, "things.1.another")

    assert isinstance(asked.question, Another)
    assert interview.say(asked.question, True, words) == OES.yes  # noqa: FBT003  (an answer)


def test_rounds_are_read_back_under_their_titles_without_the_question_for_more(
    words: Words,
) -> None:
    service = a_service(a_group(a_question("thing", Kind.WORDS)))
    said = {"things.1.thing": "sofa", "things.1.another": "yes", "things.2.thing": "bed"}

    lines = interview.read_back(an_interview(service, said), words)

    assert [line.said.to(Language.EN) for line in lines] == ["sofa", "bed"]
    assert [line.round_title and line.round_title.to(Language.EN) for line in lines] == [
        "Thing 1",
        "Thing 2",
    ]


def test_a_day_out_of_bounds_is_answered_with_the_bound_in_words(words: Words) -> None:
    question = a_question("q", Kind.DATE, limits=Limits(latest="2026-01-01"))

    with pytest.raises(Problem) as problem:
        interview.answer(interview.begin(a_service(question), ASKED_ON), "q", "2026-01-02")

    assert "1 January 2026" in problem.value.said(words).to(Language.EN)
    assert "1 Ionawr 2026" in problem.value.said(words).to(Language.CY)


def _keys(tree: ast.Module) -> Iterator[str]:
    """Give every key that a module raises, or puts into a name to raise it."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(
                func=ast.Attribute(attr="problem") | ast.Name(id="WrongValue"),
                args=[ast.Constant(value=str(key)), *_],
            ):
                yield key
            case ast.Assign(
                targets=[ast.Name(id="key")],
                value=ast.IfExp(
                    body=ast.Constant(value=str(one)), orelse=ast.Constant(value=str(other))
                ),
            ):
                yield from (one, other)
