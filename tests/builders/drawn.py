"""What somebody answers to a whole service, drawn by chance from its definition."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date, timedelta
from random import Random

from hub import interview
from hub.catalogue.definition import Kind, Question, Service, Stop
from hub.interview import Asked, Given, Interview, Problem
from tests.builders.letters import plain

_TRIES = 200
_NOTHING = 0.5  # of the questions where nothing need be ticked, so many are left so
_OTHER_DAYS = (0, -1, -7, 1, 14, 60, -200, -365 * 50)


def drawn(
    service: Service, asked_on: date, chance: Random, *, told: Mapping[str, Given], words: str
) -> Mapping[str, Given]:
    """Draw answers to every question of a service, by path; `words` is what is written freely.

    :raises AssertionError: if every draw is turned away by a stop.
    """
    for _ in range(_TRIES):
        held = _tried(interview.begin(service, asked_on), chance, told, words)
        if held is not None:
            return held
    raise AssertionError(f"{service.id} turns everybody away")


def _tried(
    held: Interview, chance: Random, told: Mapping[str, Given], words: str
) -> Mapping[str, Given] | None:
    said: dict[str, Given] = {}
    while (asked := interview.next_step(held)) is not None:
        if isinstance(asked.question, Stop) and not asked.question.go_on:
            return None
        name = asked.path.rsplit(".", 1)[-1]
        given = told[name] if name in told else _answer(asked, chance, words)
        held, said[asked.path] = _taken(held, asked, given)
    return said


def _taken(held: Interview, asked: Asked, given: Given) -> tuple[Interview, Given]:
    """Take an answer; a day that the question does not allow is another day."""
    try:
        return interview.answer(held, asked.path, given), given
    except Problem:
        if not isinstance(asked.question, Question) or asked.question.kind is not Kind.DATE:
            raise
    for days in _OTHER_DAYS:
        day = held.asked_on + timedelta(days=days)
        other = {"day": str(day.day), "month": str(day.month), "year": str(day.year)}
        with suppress(Problem):
            return interview.answer(held, asked.path, other), other
    raise AssertionError(f"no day fits {asked.path}")


def _answer(asked: Asked, chance: Random, words: str) -> Given:
    question = asked.question
    if not isinstance(question, Question):
        return "yes"
    if question.kind is Kind.CHOICES and question.optional and chance.random() < _NOTHING:
        return []
    if question.kind is Kind.BOOKING:
        return {"unknown": "yes"}  # which days are free is known to the door alone
    if question.options:
        return chance.choice(question.options).id
    if question.kind is Kind.YES_NO:
        return chance.choice(["yes", "no"])
    return _written(asked, question, words)


def _written(asked: Asked, question: Question, words: str) -> Given:
    fitting = words[: question.limits.longest or len(words)]
    if question.kind is Kind.PLACE:
        return {"words": fitting}
    return fitting if question.kind is Kind.STORY else plain(asked)
