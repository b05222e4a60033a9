"""An interview put away between two steps, and taken up again, perhaps under a newer definition."""

from collections.abc import Mapping
from datetime import date

from hub.catalogue.definition import Service, Several, Stop
from hub.interview import reading
from hub.interview.answers import Value
from hub.interview.asked import Asked, Round, another
from hub.interview.asking import Asking
from hub.interview.interview import Interview
from hub.interview.problem import Problem


def resume(service: Service, kept: Mapping[str, object], asked_on: date) -> Interview:
    """Take an interview up again, from its `version`, `asked_on` and `answers`.

    Under the version and on the day that it was stored nothing changes. Otherwise every answer is
    judged again: what is still valid stays, and what is not will be asked anew.
    """
    answers = kept.get("answers")
    if not isinstance(answers, Mapping):
        return Interview(service, asked_on)
    if kept.get("version") == service.version and kept.get("asked_on") == asked_on.isoformat():
        return Interview(service, asked_on, dict(answers))
    places = _places(service)
    return Interview(
        service,
        asked_on,
        {
            path: value
            for path, value in answers.items()
            if path in places and _is_valid(places[path], value, asked_on)
        },
    )


def _places(service: Service) -> Mapping[str, Asked]:
    """Give every step that could ever apply, by path."""
    places: dict[str, Asked] = {}
    for step in service.steps:
        if isinstance(step, Several):
            places |= _rounds(step)
        else:
            places[step.id] = Asked(path=step.id, question=step)
    return places


def _rounds(group: Several) -> Mapping[str, Asked]:
    places: dict[str, Asked] = {}
    for n in range(1, group.most + 1):
        round_ = Round(group, n)
        more = (another(group),) if n < group.most else ()
        for question in (*group.questions, *more):
            path = f"{round_.path}.{question.id}"
            places[path] = Asked(path=path, question=question, round=round_)
    return places


def _is_valid(asked: Asked, value: Value, asked_on: date) -> bool:
    step = asked.question
    if isinstance(step, Stop):
        return value is True and step.go_on
    asking = Asking(asked.path, step, step.short, asked_on)
    try:
        return reading.read(reading.write(step, value), asking) == value
    except Problem:
        return False
