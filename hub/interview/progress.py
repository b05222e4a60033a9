"""What is asked about an interview under way: which steps there are, which is next, is it done."""

from hub.catalogue.definition import Stop
from hub.interview.asked import Asked
from hub.interview.interview import Interview
from hub.interview.problem import UnknownQuestion


def steps(interview: Interview) -> tuple[Asked, ...]:
    """Give the steps that are behind, in order, and the next one if there is one."""
    behind: list[Asked] = []
    for asked in interview.way.places.values():
        behind.append(asked)
        if not asked.is_answered:
            break
    return tuple(behind)


def next_step(interview: Interview) -> Asked | None:
    """Give the first step without an answer, or the stop that stands; None at the end."""
    places = interview.way.places.values()
    return next((asked for asked in places if not asked.is_answered), None)


def is_complete(interview: Interview) -> bool:
    """Say whether every question that applies has its answer and no stop stands."""
    return next_step(interview) is None


def missing(interview: Interview) -> tuple[str, ...]:
    """Give the paths of all that applies and has no answer: a form may leave some out."""
    return tuple(asked.path for asked in interview.way.places.values() if not asked.is_answered)


def stopped(interview: Interview) -> Stop | None:
    """Give the stop that stands in the way; None if there is none."""
    return interview.way.stopped


def step(interview: Interview, path: str) -> Asked:
    """Give the step at a path.

    :raises UnknownQuestion: if no step that applies stands there.
    """
    asked = interview.way.places.get(path)
    if asked is None:
        raise UnknownQuestion
    return asked


def back(interview: Interview, path: str) -> Asked | None:
    """Give the step before the one at a path; None before the first.

    :raises UnknownQuestion: if no step that applies stands there.
    """
    here = step(interview, path)
    places = tuple(interview.way.places.values())
    position = places.index(here)
    return places[position - 1] if position else None
