"""Where somebody may be asked for by another, and what the hub asks then.

A service with a home is one about a person, so it is asked there; `for_somebody_else` says
otherwise. A service that asks itself whom it is for (`means: for_whom`) is not asked twice.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from hub.catalogue.definition import Meaning
from hub.files import Part

NEED = "somebody_else"
"""What a question of the hub needs that is asked for somebody else alone."""

MYSELF = "me"
"""The answer to `for_whom` of somebody who asks for themselves."""

_KEY = "for_somebody_else"
_NOT = "not"
_YES = {"yes", "true"}


def is_asked(service: Part, means: AbstractSet[str]) -> bool:
    """Say whether a service whose questions have these meanings asks whom it is for."""
    said = (service.mapping or {}).get(_KEY)
    if said is not None and said.is_leaf:
        return said.written in _YES
    return bool(means & {Meaning.HOME, Meaning.FOR_WHOM})


def fitted(questions: Sequence[Part], own: Sequence[Part]) -> tuple[Part, ...]:
    """Let the hub's conditions name only the answers that a service's own question offers.

    What is asked after an answer that it does not offer is left out.
    """
    offered = _offered(own)
    if offered is None:
        return tuple(questions)
    told = (_fitted(question, offered) for question in questions)
    return tuple(question for question in told if _may_be_asked(question, offered))


def _offered(own: Sequence[Part]) -> AbstractSet[str] | None:
    for question in own:
        parts = question.mapping or {}
        if "means" in parts and parts["means"].written == Meaning.FOR_WHOM:
            options = parts["options"].members if "options" in parts else ()
            inner = [option.mapping or {} for option in options or ()]
            return frozenset(each["id"].written for each in inner if "id" in each)
    return None


def _test(question: Part) -> Part | None:
    condition = (question.mapping or {}).get("only_if")
    return (condition.mapping or {}).get(Meaning.FOR_WHOM) if condition else None


def _may_be_asked(question: Part, offered: AbstractSet[str]) -> bool:
    test = _test(question)
    return test is None or not test.is_leaf or test.written in offered


def _fitted(question: Part, offered: AbstractSet[str]) -> Part:
    parts, test = dict(question.mapping or {}), _test(question)
    values = (test.mapping or {}).get(_NOT) if test else None
    if test is None or values is None or values.members is None:
        return question
    kept = values.holding(tuple(one for one in values.members if one.written in offered))
    condition = {Meaning.FOR_WHOM.value: test.holding({_NOT: kept})}
    return question.holding({**parts, "only_if": parts["only_if"].holding(condition)})
