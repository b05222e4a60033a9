"""Answers that are chosen: yes or no, one of several, some of several, a declaration."""

from collections.abc import Mapping, Sequence
from datetime import date

from hub.interview.asking import Asking

_YES_NO: Mapping[str, bool] = {"yes": True, "no": False}


def read_yes_no(given: object, asking: Asking) -> bool:
    """Read yes or no.

    :raises Problem: "choose_yes_or_no".
    """
    if isinstance(given, bool):
        return given
    if isinstance(given, str) and given.strip() in _YES_NO:
        return _YES_NO[given.strip()]
    raise asking.problem("choose_yes_or_no")


def read_declaration(given: object, asking: Asking) -> bool:
    """Read a declaration, which can only be made.

    :raises Problem: "declare" if it was not made.
    """
    if given is True or given == "yes":
        return True
    raise asking.problem("declare")


def read_choice(given: object, asking: Asking) -> str:
    """Read the id of one option.

    :raises Problem: "choose_one" if no option has this id.
    """
    if isinstance(given, str) and given.strip() in {
        option.id for option in asking.question.options
    }:
        return given.strip()
    raise asking.problem("choose_one")


def read_booking(given: object, asking: Asking) -> str:
    """Read the day that is booked, as the ISO date that its option is known by.

    Where nobody said which days are free, any day is taken: what is free is judged when it is sent.

    :raises Problem: "choose_one" if it is no day, "day_gone" if it is not one of the free.
    """
    try:
        day = date.fromisoformat(given.strip()).isoformat() if isinstance(given, str) else ""
    except ValueError as error:
        raise asking.problem("choose_one") from error
    free = {option.id for option in asking.question.options}
    if not day:
        raise asking.problem("choose_one")
    if free and day not in free:
        raise asking.problem("day_gone")
    return day


def read_choices(given: object, asking: Asking) -> list[str]:
    """Read the ids of some options, and put them in the order of the definition.

    :raises Problem: "choose_some" if one of them is no option's.
    """
    chosen = [given] if isinstance(given, str) else given
    ids = [option.id for option in asking.question.options]
    if not isinstance(chosen, Sequence) or not all(isinstance(one, str) for one in chosen):
        raise asking.problem("choose_some")
    if not set(chosen) <= set(ids):
        raise asking.problem("choose_some")
    return [id_ for id_ in ids if id_ in chosen]


def write_yes_no(value: object) -> str:
    """Give a kept yes or no as a door hands it over."""
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else ""


def write_choices(value: object) -> list[str]:
    """Give kept choices as a door hands them over."""
    return [str(one) for one in value] if isinstance(value, list) else []
