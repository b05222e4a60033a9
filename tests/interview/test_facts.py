"""What the council knows is not asked: it can be tested, is said, and is kept by the case."""

from datetime import date

from hub import interview
from hub.catalogue.definition import Due, Fact, Kind, Question, Stop
from hub.interview import Facts, Interview, LastDue
from hub.values import Language, Text
from tests.bookings.booking import WORDS
from tests.builders.conditions import when
from tests.builders.questions import a_question, a_text
from tests.builders.services import a_service

_DAY = date(2026, 11, 10)
_HOME = {"line1": "1 Stryd y Bont", "town": "Aberwen", "postcode": "LL99 9ZZ", "uprn": "7"}
_FACT = Fact(id="collected", bin="bin", address="home", within=2, short=a_text("Day due"))
_STOP = Stop(
    id="too_late",
    when=when("collected", "too_late"),
    why=a_text("{bin}: {last_day}."),
    instead=a_text("Wait for {next_day}."),
    anyway=a_text("Ask."),
    go_on=True,
)
_HELP = a_text("It was {last_day}, by {out_by}.")


def _service_steps() -> tuple[Question | Fact | Stop, ...]:
    return (
        a_question("bin", Kind.CHOICE),
        a_question("home", Kind.ADDRESS),
        _FACT,
        _STOP,
        a_question("due", Kind.DATE, only_if=when("collected", "unknown")),
        a_question("out", Kind.YES_NO, help=_HELP),
    )


def _facts(due: Due = Due.TOO_LATE, uprn: str = "7") -> Facts:
    said = {"last_day": a_text("the tenth"), "next_day": a_text("the next")}
    told = {"out_by": a_text("7am"), "done_by": a_text("4pm")}
    return Facts(collected={(uprn, "red"): LastDue(due, _DAY, said)}, told=told)


def _asked(facts: Facts | None, bin_: str = "red") -> Interview:
    held = interview.begin(a_service(*_service_steps()), date(2026, 11, 25))
    held = interview.answer(interview.answer(held, "bin", bin_), "home", _HOME)
    return held.knowing(facts) if facts else held


def _next(asked: Interview) -> str:
    following = interview.next_step(asked)
    assert following is not None
    return following.path


def test_a_bin_that_was_due_too_long_ago_stops_with_the_days_that_are_known() -> None:
    asked = _asked(_facts())

    stop = interview.step(asked, "too_late")

    assert _next(asked) == "too_late"
    assert stop.ask[Language.EN] == "red: the tenth."
    assert stop.ask[Language.CY] == "red (cy): the tenth (cy). (cy)"
    assert stop.help is not None
    assert stop.help[Language.EN] == "Wait for the next."


def test_who_asks_anyway_goes_on_and_is_not_asked_the_day_that_is_known() -> None:
    asked = interview.answer(_asked(_facts()), "too_late", "yes")

    assert _next(asked) == "out"
    told = interview.step(asked, "out").help
    assert told is not None
    assert told[Language.EN] == "It was the tenth, by 7am."


def test_where_nothing_is_known_the_day_is_asked_and_no_help_names_it() -> None:
    others = [None, _facts(uprn="8"), Facts(told=_facts().told)]

    found = [_asked(facts) for facts in others]

    assert [_next(asked) for asked in found] == ["due"] * 3
    assert [interview.step(asked, "out").help for asked in found] == [None] * 3


def test_another_bin_than_the_file_has_is_asked_about() -> None:
    assert _next(_asked(_facts(), bin_="blue")) == "due"


def test_a_fact_is_no_step_that_a_door_could_show() -> None:
    asked = _asked(_facts(Due.IN_TIME))

    assert "collected" not in [step.path for step in interview.steps(asked)]
    before = interview.back(asked, "out")
    assert before is not None
    assert before.path == "home"


def test_the_case_keeps_what_was_known_and_reads_it_back_when_the_file_has_changed() -> None:
    asked = _asked(_facts(Due.IN_TIME))

    answers = interview.applicable(asked)
    kept = Interview(asked.service, asked.asked_on, answers)

    assert answers["collected"] == {"due": "in_time", "day": "2026-11-10"}
    assert _next(kept) == "out"
    [line] = [one for one in interview.read_back(kept, WORDS) if one.path == "collected"]
    assert not line.is_asked
    assert line.said == Text(
        {"en": "Tuesday 10 November 2026", "cy": "dydd Mawrth 10 Tachwedd 2026"}
    )


def test_what_is_not_known_reaches_no_case() -> None:
    assert "collected" not in interview.applicable(_asked(None))
