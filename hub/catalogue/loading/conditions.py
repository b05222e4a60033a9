"""Conditions as plain mappings: `{bin: garden}`, `{n: {at_least: 3}}`, or a list of such."""

from datetime import date

from hub.catalogue.definition import TODAY, Condition, Kind, Question, Relation, Scalar, Test
from hub.catalogue.loading.scope import Scope
from hub.files import Part, Proof

_EITHER = frozenset({Relation.EQUAL, Relation.NOT})
_FINITE = _EITHER | {Relation.ONE_OF}
_COUNTED = _FINITE | {Relation.AT_LEAST, Relation.AT_MOST}
_FITTING = {
    Kind.YES_NO: _EITHER,
    Kind.DECLARATION: _EITHER,
    Kind.CHOICE: _FINITE,
    Kind.CHOICES: _FINITE,
    Kind.NUMBER: _COUNTED,
    Kind.MONEY: _COUNTED,
    Kind.DATE: frozenset({Relation.BEFORE, Relation.AFTER}),
}
_YES_NO = {"yes": True, "true": True, "no": False, "false": False}
_FORM = "Write {question: answer}, or a list of such mappings."


def read_condition(part: Part, scope: Scope, proof: Proof) -> Condition | None:
    """Read a condition over earlier questions, or mark what is wrong and give nothing."""
    alternatives = part.members if part.members is not None else (part,)
    if part.is_empty or not alternatives:
        proof.mark(part, "This condition is empty.", _FORM)
        return None
    before = len(proof.mistakes)
    read = tuple(_alternative(alternative, scope, proof) for alternative in alternatives)
    if len(proof.mistakes) > before:
        return None
    return Condition(read)


def _alternative(part: Part, scope: Scope, proof: Proof) -> tuple[Test, ...]:
    if not part.mapping:
        proof.mark(part, f"Here stands {part.sort} where a condition is needed.", _FORM)
        return ()
    found: list[Test] = []
    for name, wanted in part.mapping.items():
        question = _question(name, wanted, scope, proof)
        if question:
            found += _tests(question, wanted, proof)
    return tuple(found)


def _question(name: str, at: Part, scope: Scope, proof: Proof) -> Question | None:
    if name in scope.earlier:
        return scope.earlier[name]
    if name in scope.broken:
        return None
    if name in scope.groups:
        remedy = "Name a question that stands outside the group."
        proof.mark(at, f"“{name}” is a group, not a question.", remedy)
    elif name in scope.taken:
        what = f"“{name}” cannot be named here: it is this question, a stop, or inside a group."
        proof.mark(at, what, "Name an earlier question that stands outside the group.")
    elif name in scope.written:
        what = f"“{name}” is asked later."
        proof.mark(at, what, f"Name an earlier question, or move “{name}” up.")
    else:
        proof.mark_unknown(at, "The question", said=name, known=scope.earlier)
    return None


def _tests(question: Question, wanted: Part, proof: Proof) -> list[Test]:
    if question.kind not in _FITTING:
        what = f"An answer of the kind “{question.kind}” cannot be compared."
        proof.mark(wanted, what, "Ask it as a choice, or take this condition out.")
        return []
    if wanted.mapping is None:
        relation = Relation.EQUAL if wanted.members is None else Relation.ONE_OF
        return _test(question, relation, wanted, proof)
    if not wanted.mapping:
        proof.mark(wanted, "Here stands no answer.", "Write an answer, such as {not: garden}.")
    return [
        test
        for word, value in wanted.mapping.items()
        for test in _related(question, word, value, proof)
    ]


def _related(question: Question, word: str, value: Part, proof: Proof) -> list[Test]:
    words = sorted(_FITTING[question.kind])
    if word not in [relation.value for relation in Relation]:
        proof.mark_unknown(value, "The relation", said=word, known=words)
        return []
    return _test(question, Relation(word), value, proof)


def _test(question: Question, relation: Relation, wanted: Part, proof: Proof) -> list[Test]:
    fitting = _FITTING[question.kind]
    if relation not in fitting:
        what = f"“{relation}” does not fit the kind “{question.kind}”."
        proof.mark(wanted, what, f"Write one of: {', '.join(sorted(fitting))}.")
        return []
    parts = wanted.members if wanted.members is not None else (wanted,)
    if len(parts) != 1 and relation not in {Relation.ONE_OF, Relation.NOT}:
        proof.mark(wanted, f"“{relation}” takes one answer.", "Write one answer, without [ ].")
        return []
    values = [_value(question, part, proof) for part in parts]
    if not values:
        proof.mark(wanted, "Here stands no answer.", "Write at least one.")
    known = tuple(value for value in values if value is not None)
    return [Test(question.id, relation, known)] if known else []


def _value(question: Question, part: Part, proof: Proof) -> Scalar | None:
    if not part.is_leaf:
        proof.mark(part, f"Here stands {part.sort} where an answer is needed.", "Write one answer.")
        return None
    if question.kind in {Kind.YES_NO, Kind.DECLARATION}:
        return _one_of(_YES_NO, part, proof, "Write yes or no.")
    if question.kind in {Kind.CHOICE, Kind.CHOICES}:
        return _option(question, part, proof)
    if question.kind is Kind.DATE:
        return _day(part, proof)
    if part.number is not None:
        return part.number
    proof.mark(part, f"{part.sort} is not a whole number.", "Write a number, such as 3.")
    return None


def _one_of(words: dict[str, bool], part: Part, proof: Proof, remedy: str) -> bool | None:
    if part.written in words:
        return words[part.written]
    proof.mark(part, f"{part.sort} is not an answer to this question.", remedy)
    return None


def _option(question: Question, part: Part, proof: Proof) -> str | None:
    ids = [option.id for option in question.options]
    if part.written in ids:
        return part.written
    if ids:
        proof.mark_unknown(part, f"As an answer to “{question.id}”,", said=part.written, known=ids)
    return None


def _day(part: Part, proof: Proof) -> str | None:
    if part.written == TODAY:
        return TODAY
    try:
        return date.fromisoformat(part.written).isoformat()
    except ValueError:
        proof.mark(part, f"{part.sort} is not a date.", "Write 2026-01-31, or today.")
        return None
