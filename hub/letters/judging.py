"""What a letter cannot carry of a service: it is refused before anyone asks for that service."""

from collections.abc import Iterator

from hub import paper
from hub.catalogue import Judge, Judged
from hub.catalogue.definition import Meaning, Question, Service, Several
from hub.files import Mistake, holders
from hub.letters.rows import LetterKind
from hub.letters.stationery import Shown, Stationery, Template
from hub.values import Language

_OF_PERMITS = frozenset({"permit_number", "permit_until"})
_ALWAYS = frozenset({"reference", "answer_by", "happens_next"})


def judge_with(stationery: Stationery) -> Judge:
    """Give the judge who knows these letters."""

    def judge(judged: Judged) -> Iterator[Mistake]:
        for occasion, name in judged.service.letters.items():
            at = judged.at("letters", occasion)
            for lacking in _lacking(stationery.template(name), judged.service):
                what = f"The letter “{name}” does not say {lacking}."
                remedy = f"Write {lacking} into letters/{name}.yaml, or name another letter."
                yield Mistake.at(at, what, remedy)
        yield from _judge_permit(judged, stationery)
        yield from _judge_signs(judged)

    return judge


def _judge_permit(judged: Judged, stationery: Stationery) -> Iterator[Mistake]:
    """Refuse what lasts for a time where the letters about that are missing or say too little."""
    if judged.service.lasting is None:
        return
    for kind in (LetterKind.GRANTED, LetterKind.ENDING):
        is_there = kind.value in stationery.names
        template = stationery.template(kind.value) if is_there else None
        for language in judged.service.languages:
            for name in sorted(_OF_PERMITS - (_said(template, language) if template else set())):
                what = f"The letter “{kind}” does not say {{{name}}} in “{language}”."
                remedy = f"Write letters/{kind}.yaml, or take lasts out."
                yield Mistake.at(judged.at("lasts"), what, remedy)


def _lacking(template: Template, service: Service) -> Iterator[str]:
    asked = {step.means for step in service.steps if isinstance(step, Question)}
    has = {
        "fee": bool(service.fee),
        "pay_by": bool(service.pay_by),
        "dangers": bool(service.dangers),
        "on_behalf": Meaning.AGREED in asked,
    }
    needed = _ALWAYS | {name for name, there in has.items() if there}
    for language in service.languages:
        for name in sorted(needed - _said(template, language)):
            yield f"{{{name}}} in “{language}”"
    if _may_owe(service) and not any(piece.show is Shown.OWED for piece in template.pieces):
        yield "what is still owed (show: owed)"


def _said(template: Template, language: Language) -> frozenset[str]:
    texts = [template.subject, *(piece.say or piece.heading for piece in template.pieces)]
    said = [holders(text.to(language)) for text in texts if text]
    return frozenset().union(*(names for names in said if names))


def _may_owe(service: Service) -> bool:
    questions = [
        question
        for step in service.steps
        for question in (step.questions if isinstance(step, Several) else (step,))
        if isinstance(question, Question)
    ]
    return any(question.owed for question in questions)


def _judge_signs(judged: Judged) -> Iterator[Mistake]:
    for _, part in judged.words():
        if signs := paper.lacking(part.written):
            what = f"“{' '.join(signs)}” cannot be printed in a letter."
            yield Mistake.at(part, what, "Write it in letters, or take it out.")
