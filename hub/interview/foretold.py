"""What a resident can be told of a service's questions before the first is asked."""

from hub.catalogue.definition import Meaning, Question, Service, Several, Step
from hub.values import Text

_TOLD = frozenset({None, Meaning.HOME})


def always_asked(service: Service) -> tuple[Text, ...]:
    """Give the labels of what everybody is asked, in the order of the questions.

    Who they are and how to answer them is no label: a door says it in a line of its own.
    """
    return tuple(label for step in service.steps for label in _labels(step))


def _labels(step: Step) -> tuple[Text, ...]:
    if isinstance(step, Several) and step.only_if is None:
        return _labels(step.questions[0])
    if isinstance(step, Question) and step.only_if is None and step.means in _TOLD:
        return (step.short,)
    return ()
