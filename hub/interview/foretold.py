"""What a resident can be told of a service's questions before the first is asked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hub.catalogue.definition import Kind, Meaning, Question, Service, Several, Step
from hub.values import Text

_TOLD = frozenset({None, Meaning.HOME})


@dataclass(frozen=True, slots=True)
class Foretold:
    """Hold the labels of all that a service may ask: of everybody, of some, and what to send."""

    always: tuple[Text, ...]
    sometimes: tuple[Text, ...]
    files: tuple[Text, ...]


def always_asked(service: Service) -> tuple[Text, ...]:
    """Give the labels of what everybody is asked, in the order of the questions.

    Who they are and how to answer them is no label: a door says it in a line of its own.
    """
    return tuple(label for step in service.steps for label in _labels(step))


def everything_asked(service: Service) -> Foretold:
    """Give the labels of every question there is, each once: for the privacy notice."""
    asked = [one for step in service.steps for one in _questions(step)]
    words = [(question, is_always) for question, is_always in asked if not _is_file(question)]
    always = _once(question.short for question, is_always in words if is_always)
    rest = _once(question.short for question, is_always in words if not is_always)
    return Foretold(
        always=always,
        sometimes=tuple(label for label in rest if label not in always),
        files=_once(question.short for question, _ in asked if _is_file(question)),
    )


def _labels(step: Step) -> tuple[Text, ...]:
    if isinstance(step, Several) and step.only_if is None:
        return _labels(step.questions[0])
    if isinstance(step, Question) and step.only_if is None and step.means in _TOLD:
        return (step.short,)
    return ()


def _questions(step: Step) -> Iterator[tuple[Question, bool]]:
    """Give the questions of a step, each with whether everybody is asked it."""
    if isinstance(step, Question):
        yield step, step.only_if is None
    elif isinstance(step, Several):
        for question in step.questions:
            yield question, step.only_if is None and question.only_if is None


def _is_file(question: Question) -> bool:
    return question.kind is Kind.FILE


def _once(labels: Iterable[Text]) -> tuple[Text, ...]:
    return tuple(dict.fromkeys(labels))
