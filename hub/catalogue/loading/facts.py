"""What the council knows by its own file, as a step of a service."""

from hub.catalogue.definition import Condition, Due, Fact, Kind, Relation, Test, Unit
from hub.catalogue.loading.periods import span
from hub.catalogue.loading.scope import TOLD, Scope
from hub.files import Fields

_FACT = "fact"


def read_fact(fields: Fields, scope: Scope) -> Fact:
    """Read when a bin was last due, and let conditions and words below name it."""
    before = len(fields.proof.mistakes)
    fact = Fact(
        id=scope.take_id(fields, _FACT),
        bin=_asked(fields, "bin", scope, Kind.CHOICE),
        address=_asked(fields, "address", scope, Kind.ADDRESS),
        within=fields.parsed("within", _working_days, stand_in=1),
        short=fields.text("short"),
    )
    if scope.fact is not None:
        what = f"“{scope.fact.id}” says when a bin was due already."
        fields.proof.mark(fields.part, what, "Keep one of the two.")
    if len(fields.proof.mistakes) > before:
        scope.broken.add(fact.id)
    else:
        scope.learn(fact)
    return fact


def told_under(when: Condition, scope: Scope) -> frozenset[str]:
    """Give the place-holders of days that are known wherever this condition holds."""
    fact = scope.fact
    if fact is None or not all(any(_knows(test, fact) for test in tests) for tests in when.any_of):
        return frozenset()
    return TOLD


def _knows(test: Test, fact: Fact) -> bool:
    if test.question != fact.id:
        return False
    return (Due.UNKNOWN in test.value) is (test.relation is Relation.NOT)


def _asked(fields: Fields, name: str, scope: Scope, kind: Kind) -> str:
    part = fields.need(name)
    if part is None or part.written in scope.broken:
        return ""
    question = scope.earlier.get(part.written) if part.is_leaf else None
    if question is None:
        known = [one.id for one in scope.earlier.values() if one.kind is kind]
        fields.proof.mark_unknown(part, "The question", said=part.written, known=known)
    elif question.kind is not kind:
        what = f"“{question.id}” is of the kind “{question.kind}”."
        fields.proof.mark(part, what, f"Name an earlier question of the kind “{kind}”.")
    return part.written


def _working_days(written: str) -> int:
    return span(written, lambda unit: unit is Unit.WORKING_DAYS)[0]
