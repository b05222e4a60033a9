"""The steps of a service in order: questions, groups of questions, stops, facts."""

from hub.catalogue.definition import Condition, Kind, Question, Several, Step, Stop
from hub.catalogue.loading.facts import read_fact, told_under
from hub.catalogue.loading.keys import FACT, SEVERAL, STOP
from hub.catalogue.loading.questions import read_only_if, read_question
from hub.catalogue.loading.scope import Scope
from hub.catalogue.loading.yes_no import read_yes_no
from hub.files import Fields, Part, Proof

_MOST_ROUNDS = 50
NEVER = Condition(())  # stands in for a condition that could not be read


def read_steps(part: Part, scope: Scope, proof: Proof) -> tuple[Step, ...]:
    """Read the list of questions of a service."""
    if not part.members:
        proof.mark(part, f"Here stands {part.sort}.", "Write a list of questions, each with a -.")
        return ()
    return tuple(_step(member, scope, proof) for member in part.members)


def _step(part: Part, scope: Scope, proof: Proof) -> Step:
    keys = part.mapping or {}
    if "several" in keys:
        return _several(Fields(part, proof, SEVERAL), scope)
    if "stop" in keys:
        return _stop(Fields(part, proof, STOP), scope)
    if "fact" in keys:
        return read_fact(Fields(part, proof, FACT), scope)
    return read_question(part, scope, proof)


def _several(fields: Fields, scope: Scope) -> Several:
    group_id = scope.take_id(fields, "several")
    inner = scope.inner()
    fields.need("most")
    several = Several(
        id=group_id,
        title=fields.text("title", inner.holders),
        another=fields.text("another", inner.holders),
        most=fields.number("most", least=2, most=_MOST_ROUNDS) or 1,
        questions=_questions(fields, inner),
        says=read_yes_no(fields, Kind.YES_NO),
        only_if=read_only_if(fields, scope),
    )
    scope.groups[group_id] = several
    return several


def _questions(fields: Fields, inner: Scope) -> tuple[Question, ...]:
    found = []
    fields.need("questions")
    for part in fields.each("questions"):
        keys = part.mapping or {}
        if not keys.keys().isdisjoint({"several", "stop", "fact"}):
            what = "Inside a group only questions can stand."
            fields.proof.mark(part, what, "Move this out of the group.")
        else:
            found.append(read_question(part, inner, fields.proof))
    return tuple(found)


def _stop(fields: Fields, scope: Scope) -> Stop:
    fields.need("when")
    when = read_only_if(fields, scope, "when") or NEVER
    holders = scope.holders | told_under(when, scope)
    return Stop(
        id=scope.take_id(fields, "stop"),
        when=when,
        why=fields.text("why", holders),
        instead=fields.text("instead", holders),
        anyway=fields.text("anyway", holders),
        go_on=fields.flag("go_on"),
    )
