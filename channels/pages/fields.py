"""One question as a page shows it: boxes or options, what was typed, what is wrong with it.

There is one way to build for each hint, as there is one macro in `templates/web/_hints.html`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from channels.pages import appearance
from channels.pages.appearance import Appearance
from channels.pages.visits import Visit
from hub import interview
from hub.catalogue.definition import Hint, Kind, Option, Question
from hub.interview import Asked
from hub.values import Text

ANSWER = "answer"
UNKNOWN = "unknown"
LATER = "later"
FILES = "files"
UNKNOWN_OPTION = "?"  # no option's id can be this
DATE_PARTS = ("day", "month", "year")
ADDRESS_PARTS = ("line1", "line2", "town", "postcode")
NEAR, POINT, WAS = "near", "point", "was"  # of a place; `was` is the address that was chosen before

_YES_NO = {"yes": True, "no": False}  # the form's word, and the answer that it is
_DECLARED = {"yes": True}
_TICKED = frozenset({Kind.CHOICES, Kind.DECLARATION})

_EXAMPLE = "SH 728 579"  # of a grid reference

Typed = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Wrong:
    """Hold what is said of a box, and the box's id: the same in the summary and beside it."""

    id: str
    said: str


@dataclass(frozen=True, slots=True)
class Box:
    """Hold one box to type in."""

    name: str
    typed: str
    look: Appearance
    label: str = ""
    help: str = ""
    is_optional: bool = False

    @property
    def id(self) -> str:
        """Give the id that a summary links to."""
        return self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Hold one option to choose; `is_apart` sets it off from the others with "or"."""

    value: str
    say: str
    name: str = ANSWER
    help: str = ""
    is_chosen: bool = False
    is_apart: bool = False


_Pair = tuple[tuple[Box, ...], tuple[Choice, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """Hold a whole question."""

    macro: str
    over: str
    ask: str
    help: str
    is_optional: bool
    may_be_unknown: bool
    is_unknown: bool
    has_ticks: bool = False
    boxes: tuple[Box, ...] = ()
    options: tuple[Choice, ...] = ()
    wrongs: tuple[Wrong, ...] = ()
    later: str = ""  # the last day shown, where days come after it
    is_later: bool = False
    id: str = ANSWER
    hidden: tuple[tuple[str, str], ...] = ()  # what goes along with the form, by its name

    @property
    def wrong(self) -> Wrong | None:
        """Give what is wrong first."""
        return next(iter(self.wrongs), None)


def field(visit: Visit, asked: Asked, question: Question, *, over: str, typed: Typed) -> Field:
    """Build a question's field with what was typed so far."""
    boxes, options = _PARTS[question.kind.hint](visit, question, typed)
    return Field(
        macro=question.kind.hint.name.lower(),
        over=over,
        ask=visit.to(asked.ask),
        help=visit.to(asked.help) if asked.help else "",
        is_optional=question.optional,
        may_be_unknown=question.may_be_unknown,
        is_unknown=_first(typed, UNKNOWN) == "yes",
        has_ticks=question.kind in _TICKED,
        boxes=boxes,
        options=options,
        hidden=((WAS, was),) if (was := _first(typed, WAS)) else (),
    )


def wrong_box(field: Field, part: str | None) -> str:
    """Give the id of the box that is wrong: that of the part, else the first."""
    ids = [box.id for box in field.boxes] or [field.id]
    return part if part in ids else ids[0]


def _one_box(_: Visit, question: Question, typed: Typed) -> _Pair:
    return (Box(ANSWER, _first(typed, ANSWER), appearance.of_box(question)),), ()


def _date(visit: Visit, _: Question, typed: Typed) -> _Pair:
    return tuple(
        Box(part, _first(typed, part), appearance.of_date_part(part), visit.say(f"date.{part}"))
        for part in DATE_PARTS
    ), ()


def _address(visit: Visit, question: Question, typed: Typed) -> _Pair:
    second = ", ".join(filter(None, (_first(typed, "line2"), _first(typed, "line3"))))
    return tuple(
        Box(
            part,
            second if part == "line2" else _first(typed, part),
            appearance.of_address_part(question, part),
            visit.say(f"address.{part}"),
            is_optional=part == "line2",
        )
        for part in ADDRESS_PARTS
    ), ()


def _place(visit: Visit, question: Question, typed: Typed) -> _Pair:
    look = appearance.of_box(question)
    words = Box(ANSWER, _first(typed, ANSWER), look, visit.say("place.words"))
    others = tuple(
        Box(
            name,
            _first(typed, name),
            appearance.POINT if name == POINT else appearance.NEAR,
            visit.say(f"place.{name}"),
            help=visit.say(f"place.{name}_help", example=_EXAMPLE),
            is_optional=True,
        )
        for name in (NEAR, POINT)
    )
    return (words, *others), ()


def _options(visit: Visit, question: Question, typed: Typed) -> _Pair:
    chosen = typed.get(ANSWER, ())
    offered = [_choice(visit, option, chosen) for option in question.options]
    return (), (*offered, *_do_not_know(visit, question, typed))


def _yes_no(visit: Visit, question: Question, typed: Typed) -> _Pair:
    chosen = typed.get(ANSWER, ())
    answers = _DECLARED if question.kind is Kind.DECLARATION else _YES_NO
    offered = [
        Choice(
            value=value,
            say=visit.to(interview.say(question, is_so, visit.house.words)),
            is_chosen=value in chosen,
        )
        for value, is_so in answers.items()
    ]
    return (), (*offered, *_do_not_know(visit, question, typed))


def _file(visit: Visit, question: Question, typed: Typed) -> _Pair:
    """Offer a box for files and how else one comes; nothing is chosen beforehand: it is owed."""
    offered = {"yes": visit.spoken("answers.later")}
    if question.optional:
        offered["no"] = visit.say("later_none")
    chosen = _first(typed, LATER)
    return (Box(FILES, "", appearance.PLAIN),), tuple(
        Choice(value=value, say=say, name=LATER, is_chosen=value == chosen)
        for value, say in offered.items()
    )


def _choice(visit: Visit, option: Option, chosen: Sequence[str]) -> Choice:
    return Choice(
        value=option.id,
        say=visit.to(option.say),
        help=_to(visit, option.help),
        is_chosen=option.id in chosen,
    )


def _do_not_know(visit: Visit, question: Question, typed: Typed) -> list[Choice]:
    if not question.may_be_unknown:
        return []
    is_chosen = _first(typed, UNKNOWN) == "yes" or UNKNOWN_OPTION in typed.get(ANSWER, ())
    say = visit.to(interview.say(question, interview.UNKNOWN, visit.house.words))
    return [Choice(value=UNKNOWN_OPTION, say=say, is_chosen=is_chosen, is_apart=True)]


def _first(typed: Typed, name: str) -> str:
    return next(iter(typed.get(name, ())), "")


def _to(visit: Visit, text: Text | None) -> str:
    return visit.to(text) if text else ""


_PARTS: Mapping[Hint, Callable[[Visit, Question, Typed], _Pair]] = {
    Hint.WORDS: _one_box,
    Hint.DIGITS: _one_box,
    Hint.DATE: _date,
    Hint.ADDRESS: _address,
    Hint.PLACE: _place,
    Hint.CHOICE: _options,
    Hint.YES_NO: _yes_no,
    Hint.FILE: _file,
}
