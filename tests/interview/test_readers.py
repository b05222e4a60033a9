"""Each kind of question reads what people write, and says what is wrong with the rest."""

import json
from collections.abc import Mapping

import pytest

from hub import interview
from hub.catalogue.definition import Kind, Limits, Question
from hub.interview import Given, Problem, Value
from tests.builders.givens import ASKED_ON, all_wrong
from tests.builders.interviews import an_interview
from tests.builders.questions import a_question
from tests.builders.services import a_service

HOME = {"line1": "12 Stryd y Bont,", "line2": "", "town": "Aberwen", "postcode": "ll999zz"}
KEPT_HOME = {"line1": "12 Stryd y Bont", "line2": "", "town": "Aberwen", "postcode": "LL99 9ZZ"}
SHA = "a" * 64


def asking(kind: Kind, **limits: int | str) -> Question:
    return a_question("q", kind, limits=Limits(**limits))  # type: ignore[arg-type]  # each limit has its own type


@pytest.mark.parametrize(
    ("question", "given", "kept"),
    [
        (asking(Kind.YES_NO), "yes", True),
        (asking(Kind.YES_NO), "no", False),
        (asking(Kind.YES_NO), False, False),
        (asking(Kind.DECLARATION), "yes", True),
        (asking(Kind.CHOICE), " red ", "red"),
        (asking(Kind.CHOICES), ["blue", "red", "blue"], ["red", "blue"]),
        (asking(Kind.CHOICES), "red", ["red"]),
        (asking(Kind.WORDS), "  by   the\tgate\r\n", "by the gate"),
        (asking(Kind.WORDS), "cafe\u0301", "café"),
        (asking(Kind.WORDS), "soft\u00adhyphen\u200b", "softhyphen"),
        (asking(Kind.WORDS), "<b>👨‍👩‍👧 & </para>", "<b>👨‍👩‍👧 & </para>"),
        (asking(Kind.STORY), "one  \r\n\r\ntwo\u2028three\n\n", "one\n\ntwo\nthree"),
        (asking(Kind.STORY), "x" * 4000, "x" * 4000),
        (asking(Kind.NAME), "Siân ŵ Llŷr", "Siân ŵ Llŷr"),
        (asking(Kind.DIGITS, length=8), "1234 56-78", "12345678"),
        (asking(Kind.DIGITS), "0012", "0012"),
        (asking(Kind.PATTERN, pattern="[A-Z]{2}[0-9]{6}"), "ab 12 34 56", "AB123456"),
        (asking(Kind.NUMBER), " 1,250 ", 1250),
        (asking(Kind.NUMBER), "-0", 0),
        (asking(Kind.NUMBER, least=1, most=3), "3", 3),
        (asking(Kind.MONEY), "£1,250.50", 125050),
        (asking(Kind.MONEY), "12", 1200),
        (asking(Kind.DATE), {"day": "1", "month": "02", "year": "2026"}, "2026-02-01"),
        (asking(Kind.DATE), "2024-02-29", "2024-02-29"),
        (asking(Kind.DATE, earliest="today", latest="today"), "2026-11-24", "2026-11-24"),
        (asking(Kind.PHONE), "07700 900123", "+447700900123"),
        (asking(Kind.EMAIL), " Non@Example.COM ", "Non@example.com"),
        (asking(Kind.ADDRESS), HOME, KEPT_HOME),
        (asking(Kind.ADDRESS), {**HOME, "uprn": "0100"}, {**KEPT_HOME, "uprn": "0100"}),
        (asking(Kind.ADDRESS), {**HOME, "line3": "Cwm"}, {**KEPT_HOME, "line3": "Cwm"}),
        (asking(Kind.PLACE), "by the gate", {"words": "by the gate"}),
        (
            asking(Kind.PLACE),
            {"words": "gate", "lat": "52.12345678", "lon": "-0.0"},
            {"words": "gate", "lat": 52.123457, "lon": 0.0},
        ),
        (asking(Kind.FILE), [SHA, SHA], {"documents": [SHA]}),
        (asking(Kind.FILE), {"documents": [SHA]}, {"documents": [SHA]}),
        (asking(Kind.FILE), {"later": "yes"}, {"owed": True}),
    ],
)
def test_what_people_write_is_kept_in_one_form(
    question: Question, given: Given, kept: Value
) -> None:
    held = an_interview(a_service(question), {"q": given})

    assert _written(held.answers) == _written({"q": kept})


@pytest.mark.parametrize(
    ("question", "given", "key", "part"),
    [
        (asking(Kind.YES_NO), "", "choose_yes_or_no", None),
        (asking(Kind.CHOICE), None, "choose_one", None),
        (asking(Kind.CHOICES), [], "choose_some", None),
        (asking(Kind.DECLARATION), "no", "declare", None),
        (asking(Kind.WORDS), "  ", "needed", None),
        (asking(Kind.WORDS), "\u200d", "needed", None),
        (asking(Kind.WORDS), "x" * 201, "too_long", None),
        (asking(Kind.WORDS, shortest=3), "xy", "too_short", None),
        (asking(Kind.WORDS), "a\x00b", "characters", None),
        (asking(Kind.STORY), "a\u202eb", "characters", None),
        (asking(Kind.STORY), "x" * 4001, "too_long", None),
        (asking(Kind.NAME), "", "name", None),
        (asking(Kind.NAME), "(Mair", "name_mark", None),
        (asking(Kind.NAME), " - ", "name_mark", None),
        (asking(Kind.NAME), '"Mair" Jones', "name_mark", None),
        (asking(Kind.DIGITS, length=8), "1234567", "digits_length", None),
        (asking(Kind.DIGITS, shortest=2), "1", "digits_least", None),
        (asking(Kind.DIGITS, longest=2), "123", "digits_most", None),
        (asking(Kind.DIGITS), "12a", "digits_only", None),
        (asking(Kind.DIGITS), "٣٣٣", "digits_only", None),
        (asking(Kind.PATTERN, pattern="[A-Z]{2}", example="AB"), "A1", "pattern", None),
        (asking(Kind.NUMBER), "9" * 100, "number", None),
        (asking(Kind.NUMBER, least=1), "0", "number_least", None),
        (asking(Kind.NUMBER, most=3), "4", "number_most", None),
        (asking(Kind.MONEY), "12.5", "money", None),
        (asking(Kind.MONEY, least=100), "0.99", "money_least", None),
        (asking(Kind.MONEY, most=100), "1.01", "money_most", None),
        (asking(Kind.DATE), {"day": "", "month": "", "year": ""}, "date_incomplete", None),
        (asking(Kind.DATE), {"day": "1", "month": "", "year": "2026"}, "date_incomplete", "month"),
        (asking(Kind.DATE), {"day": "1", "month": "2", "year": "26"}, "date_incomplete", "year"),
        (asking(Kind.DATE), {"day": "31", "month": "2", "year": "2026"}, "date_impossible", None),
        (asking(Kind.DATE), "9999-01-01", "date_far", "year"),
        (asking(Kind.DATE, earliest="2026-01-02"), "2026-01-01", "date_after", None),
        (asking(Kind.DATE, latest="2026-01-01"), "2026-01-02", "date_before", None),
        (asking(Kind.DATE, latest="today"), "2026-11-25", "date_past", None),
        (asking(Kind.DATE, earliest="today"), "2026-11-23", "date_future", None),
        (asking(Kind.PHONE), "1" * 41, "too_long", None),
        (asking(Kind.PHONE), "ring me", "phone", None),
        (asking(Kind.EMAIL), "non@", "email", None),
        (asking(Kind.ADDRESS), {**HOME, "line1": ""}, "address_line", "line1"),
        (asking(Kind.ADDRESS), {**HOME, "town": "."}, "address_town", "town"),
        (asking(Kind.ADDRESS), {**HOME, "line2": "@home"}, "address_mark", "line2"),
        (asking(Kind.ADDRESS), {**HOME, "town": "x" * 61}, "address_long", "town"),
        (asking(Kind.ADDRESS), {**HOME, "postcode": "75008"}, "postcode", "postcode"),
        (asking(Kind.ADDRESS), {**HOME, "town": "\x07"}, "characters", "town"),
        (asking(Kind.ADDRESS), {**HOME, "uprn": "x"}, "address_uprn", "uprn"),
        (asking(Kind.PLACE), {"words": ""}, "place", None),
        (asking(Kind.PLACE), {"words": "gate", "lat": "91", "lon": "0"}, "place_point", "lat"),
        (asking(Kind.FILE), "photo.jpg", "file_needed", None),
        (asking(Kind.FILE), [f"{n:064}" for n in range(11)], "too_many", None),
    ],
)
def test_what_cannot_be_taken_is_named_with_the_part_that_is_wrong(
    question: Question, given: Given, key: str, part: str | None
) -> None:
    with pytest.raises(Problem) as problem:
        an_interview(a_service(question), {"q": given})

    assert (problem.value.path, problem.value.key, problem.value.part) == ("q", key, part)


@pytest.mark.parametrize("kind", Kind)
def test_nothing_we_know_to_be_wrong_is_taken(kind: Kind) -> None:
    question = asking(kind, pattern="[A-Z]{2}[0-9]{6}") if kind is Kind.PATTERN else asking(kind)
    begun = interview.begin(a_service(question), ASKED_ON)

    for wrong in all_wrong(question):
        with pytest.raises(Problem):
            interview.answer(begun, "q", wrong)  # type: ignore[arg-type]  # as a stranger may


def test_only_what_may_be_unknown_or_left_out_can_be() -> None:
    free = a_question("q", Kind.DATE, optional=True, may_be_unknown=True)
    bound = a_question("q", Kind.DATE)

    assert an_interview(a_service(free), {"q": {"unknown": "yes"}}).answers == {
        "q": {"unknown": True}
    }
    assert an_interview(a_service(free), {"q": {"day": "", "month": " "}}).answers == {"q": None}
    with pytest.raises(Problem):
        an_interview(a_service(bound), {"q": {"unknown": "yes"}})
    with pytest.raises(Problem):
        an_interview(a_service(bound), {"q": {"later": "yes"}})


@pytest.mark.parametrize(
    ("kind", "given", "shown"),
    [
        (Kind.MONEY, "£1,250.50", "1250.50"),
        (Kind.DATE, "2026-02-01", {"day": "1", "month": "2", "year": "2026"}),
        (Kind.YES_NO, "no", "no"),
        (Kind.ADDRESS, HOME, KEPT_HOME),
        (Kind.NUMBER, "1,250", "1250"),
    ],
)
def test_an_answer_can_be_shown_as_it_would_be_given(
    kind: Kind, given: Given, shown: Given
) -> None:
    held = an_interview(a_service(asking(kind)), {"q": given})

    assert interview.given(interview.step(held, "q")) == shown
    assert interview.given(interview.step(interview.begin(held.service, ASKED_ON), "q")) is None


def _written(answers: Mapping[str, Value]) -> str:
    """Write answers as JSON, which tells 1 from True and 0 from -0."""
    return json.dumps(answers, sort_keys=True)
