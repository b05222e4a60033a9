"""The words of a text message: short, in plain signs, in the languages its reader is written to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from hub.messages.counting import together
from hub.messages.rows import MessageKind
from hub.values import Language, Text
from hub.words import Words, say_date


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Hold what a text says of a case; `phone`, `reference` and a permit's number as shown."""

    council: Text
    service: Text
    reference: str
    answer_by: date
    phone: str
    permit: tuple[str, date] | None = None
    on_behalf: Text | None = None


def acknowledgement(words: Words, told: Told, languages: Sequence[Language]) -> str:
    """Write the text that acknowledges a case, in each of these languages."""
    return about(MessageKind.RECEIVED, told, words=words, languages=languages)


def about(kind: MessageKind, told: Told, *, words: Words, languages: Sequence[Language]) -> str:
    """Write a text of this kind, in each of these languages."""
    return together([_said(kind, words, told, language) for language in languages])


def _said(kind: MessageKind, words: Words, told: Told, language: Language) -> str:
    number, until = told.permit or ("", told.answer_by)
    values: Mapping[str, object] = {
        "council": told.council,
        "service": told.service,
        "reference": told.reference,
        "answer_by": say_date(words, told.answer_by, language, with_weekday=False),
        "phone": told.phone,
        "on_behalf": f"{told.on_behalf.to(language)} " if told.on_behalf else "",
        "permit_number": number,
        "permit_until": say_date(words, until, language, with_weekday=False),
    }
    return words.say(f"texts.{kind}", language, **values)
