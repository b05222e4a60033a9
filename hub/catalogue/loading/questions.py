"""From a question in a file to a Question."""

from collections.abc import Mapping, Sequence

from hub.catalogue.definition import Condition, Kind, Limits, Meaning, Option, Question
from hub.catalogue.loading.asking_for import MYSELF
from hub.catalogue.loading.booking import read_booking
from hub.catalogue.loading.conditions import read_condition
from hub.catalogue.loading.keys import OPTION, QUESTION
from hub.catalogue.loading.limits import read_limits
from hub.catalogue.loading.scope import OPTION_ID, Scope, identifier
from hub.catalogue.loading.yes_no import read_yes_no
from hub.files import Fields, Part, Proof
from hub.values import LARGEST_SIZE, SMALLEST_SIZE, Language, Text

_FEWEST_OPTIONS = 2
_MEANT: Mapping[Meaning, Kind] = {
    Meaning.HOME: Kind.ADDRESS,
    Meaning.NAME: Kind.NAME,
    Meaning.WAY: Kind.CHOICE,
    Meaning.SIZE: Kind.CHOICE,
    Meaning.SIZE_POINTS: Kind.NUMBER,
    Meaning.LANGUAGE: Kind.CHOICE,
    Meaning.WRITE_HERE: Kind.YES_NO,
    Meaning.POST_TO: Kind.ADDRESS,
    Meaning.EMAIL: Kind.EMAIL,
    Meaning.PHONE: Kind.PHONE,
    Meaning.MOBILE: Kind.PHONE,
    Meaning.FOR_WHOM: Kind.CHOICE,
    Meaning.PERSON: Kind.NAME,
    Meaning.STANDS: Kind.CHOICE,
    Meaning.AGREED: Kind.CHOICE,
    Meaning.GROUND: Kind.CHOICE,
    Meaning.ORGANISATION: Kind.WORDS,
    Meaning.ANSWER_TO: Kind.CHOICE,
    Meaning.OWN_PHONE: Kind.PHONE,
}
# The ids of answers that the hub itself understands.
_UNDERSTOOD: Mapping[Meaning, Sequence[str]] = {
    Meaning.WAY: ("letter", "e-mail", "text", "counter"),
    Meaning.SIZE: (*map(str, range(SMALLEST_SIZE, LARGEST_SIZE + 1)), "other"),
    Meaning.LANGUAGE: tuple(Language),
    Meaning.AGREED: ("agrees", "cannot", "not_asked"),
    Meaning.ANSWER_TO: ("me", "person"),
}


def read_question(part: Part, scope: Scope, proof: Proof) -> Question:
    """Read a question, and put it into the scope for those after it."""
    before = len(proof.mistakes)
    fields = Fields(part, proof, QUESTION)
    question = _question(fields, scope)
    if len(proof.mistakes) == before:
        scope.keep(question)
    else:
        scope.broken.add(question.id)
    return question


def _question(fields: Fields, scope: Scope) -> Question:
    kind = fields.kind("kind", Kind)
    ask = fields.text("ask", scope.holders)
    question = Question(
        id=scope.take_id(fields, "id"),
        kind=kind or Kind.WORDS,
        ask=ask,
        short=_short(fields, scope) or ask,
        help=fields.maybe_text("help", scope.help_holders),
        options=_options(fields),
        says=read_yes_no(fields, kind),
        only_if=read_only_if(fields, scope),
        optional=fields.flag("optional"),
        # All days may be taken, or none suit: that somebody arranges one is always an answer.
        may_be_unknown=fields.flag("may_be_unknown") or kind is Kind.BOOKING,
        owed=fields.flag("owed"),
        means=fields.kind("means", Meaning) if "means" in fields else None,
        limits=read_limits(fields, kind) if kind else Limits(),
        booking=read_booking(fields, kind, scope),
    )
    if kind:
        _judge_kind(fields, question)
        _judge_meaning(fields, question, scope)
    return question


def _short(fields: Fields, scope: Scope) -> Text | None:
    return fields.maybe_text("short", scope.holders)


def read_only_if(fields: Fields, scope: Scope, name: str = "only_if") -> Condition | None:
    """Read the condition under a key, if it is written."""
    part = fields.get(name)
    return read_condition(part, scope, fields.proof) if part else None


def _options(fields: Fields) -> tuple[Option, ...]:
    taken: set[str] = set()
    options = []
    for part in fields.each("options"):
        inner = Fields(part, fields.proof, OPTION)
        option = Option(
            identifier(inner, "id", OPTION_ID), inner.text("say"), inner.maybe_text("help")
        )
        if option.id and option.id in taken:
            what = f"The answer “{option.id}” stands here twice."
            fields.proof.mark(part, what, "Write another id, or take one of them out.")
        taken.add(option.id)
        options.append(option)
    return tuple(options)


def _judge_kind(fields: Fields, question: Question) -> None:
    kind, mark = question.kind, fields.proof.mark
    if kind in {Kind.CHOICE, Kind.CHOICES}:
        part = fields.need("options")
        if part and part.members and len(part.members) < _FEWEST_OPTIONS:
            mark(part, "There is only one answer to choose.", "Write at least two options.")
    elif "options" in fields:
        remedy = "Take them out, or write kind: choice."
        mark(fields.parts["options"], f"“options” do not fit the kind “{kind}”.", remedy)
    if question.owed and kind is not Kind.FILE:
        mark(fields.parts["owed"], "Only a file can be owed.", "Take owed out.")
    for name in ("optional", "may_be_unknown") if kind is Kind.DECLARATION else ():
        if fields.flag(name):
            mark(fields.parts[name], "A declaration must be made.", f"Take {name} out.")


def _judge_meaning(fields: Fields, question: Question, scope: Scope) -> None:
    if not question.means:
        return
    part, mark = fields.parts["means"], fields.proof.mark
    fitting = _MEANT[question.means]
    if question.kind is not fitting:
        what = f"“{question.means}” does not fit the kind “{question.kind}”."
        mark(part, what, f"Write kind: {fitting}.")
    _judge_answers(fields, question)
    _judge_for_whom(fields, question)
    twins = [other.id for other in scope.earlier.values() if other.means is question.means]
    if twins:
        mark(part, f"The question “{twins[0]}” means this already.", "Take one of the two out.")
    if scope.in_group:
        mark(part, "A question inside a group cannot mean this.", "Ask it outside the group.")
    if question.means is Meaning.HOME and _may_be_left_out(question):
        mark(part, "Everyone must be asked for the home.", "Take only_if, optional and such out.")


def _judge_answers(fields: Fields, question: Question) -> None:
    understood = _UNDERSTOOD.get(question.means) if question.means else None
    for option, part in zip(question.options, fields.each("options"), strict=True):
        if understood and option.id and option.id not in understood:
            what = f"As an answer that means “{question.means}”,"
            fields.proof.mark_unknown(part, what, said=option.id, known=understood)


def _judge_for_whom(fields: Fields, question: Question) -> None:
    """Mark a question for whom it is that the hub's own could not follow."""
    if question.means is not Meaning.FOR_WHOM:
        return
    mark = fields.proof.mark
    if question.id != Meaning.FOR_WHOM:
        what = "The question that means “for_whom” is called for_whom."
        mark(fields.parts.get("id", fields.part), what, "Write id: for_whom.")
    if MYSELF not in {option.id for option in question.options}:
        what = "Nobody can say that they ask for themselves."
        mark(fields.parts["means"], what, "Write an answer with id: me.")


def _may_be_left_out(question: Question) -> bool:
    return bool(question.only_if) or question.optional or question.may_be_unknown
