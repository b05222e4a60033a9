"""One kept answer as people say it, in every language."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from hub import words as spoken
from hub.catalogue.definition import Kind, Question
from hub.interview import addressing, placing
from hub.interview.answers import OWED, UNKNOWN, Value
from hub.values import Language, PhoneNumber, Text
from hub.words import Words


def say(question: Question, value: Value, words: Words) -> Text:
    """Say one answer to a question: "Brown bin", "24 November 2026", "I will send this later"."""
    if value is None:
        return words.text("answers.left_out")
    if value == UNKNOWN:
        is_day = question.kind is Kind.BOOKING
        return words.text("answers.any_day" if is_day else "answers.unknown")
    if value == OWED:
        return words.text("answers.later")
    return _WAYS.get(question.kind, _Saying.as_written)(_Saying(question, value, words))


def say_fact(value: Value, words: Words) -> Text:
    """Say the day that the council knew by itself: "Tuesday 24 November 2026"."""
    day = date.fromisoformat(str(value["day"])) if isinstance(value, Mapping) else None
    return _dated(day, words) if day else words.text("answers.unknown")


@dataclass(frozen=True, slots=True)
class _Saying:
    question: Question
    value: Value
    words: Words

    def as_written(self) -> Text:
        return _alike(str(self.value))

    def yes_or_no(self) -> Text:
        own = self.question.says
        if own is not None:
            return own.yes if self.value is True else own.no
        return self.words.text("answers.yes" if self.value is True else "answers.no")

    def declared(self) -> Text:
        return self.question.ask if self.value is True else self.words.text("answers.no")

    def chosen(self) -> Text:
        ids = self.value if isinstance(self.value, list) else [self.value]
        says = [option.say for option in self.question.options if option.id in ids]
        return Text({code: ", ".join(one.to(code) for one in says) for code in Language})

    def money(self) -> Text:
        pence = int(str(self.value))
        return Text({code: spoken.say_money(pence, code) for code in Language})

    def day(self) -> Text:
        day = date.fromisoformat(str(self.value))
        return Text(
            {code: spoken.say_date(self.words, day, code, with_weekday=False) for code in Language}
        )

    def booked(self) -> Text:
        return _dated(date.fromisoformat(str(self.value)), self.words)

    def phone(self) -> Text:
        return _alike(PhoneNumber(str(self.value)).shown)

    def where(self) -> Text:
        return _alike(addressing.one_line(self.value))

    def place(self) -> Text:
        return placing.say_place(self.value if isinstance(self.value, Mapping) else {}, self.words)

    def documents(self) -> Text:
        sent = self.value.get("documents") if isinstance(self.value, Mapping) else None
        return self.words.text(
            "answers.documents", count=len(sent) if isinstance(sent, list) else 0
        )


_WAYS: Mapping[Kind, Callable[[_Saying], Text]] = {
    Kind.YES_NO: _Saying.yes_or_no,
    Kind.DECLARATION: _Saying.declared,
    Kind.CHOICE: _Saying.chosen,
    Kind.CHOICES: _Saying.chosen,
    Kind.MONEY: _Saying.money,
    Kind.DATE: _Saying.day,
    Kind.BOOKING: _Saying.booked,
    Kind.PHONE: _Saying.phone,
    Kind.ADDRESS: _Saying.where,
    Kind.PLACE: _Saying.place,
    Kind.FILE: _Saying.documents,
}


def _dated(day: date, words: Words) -> Text:
    return Text({code: spoken.say_date(words, day, code) for code in Language})


def _alike(words: str) -> Text:
    return Text(dict.fromkeys(Language, words))
