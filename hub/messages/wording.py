"""The words of a text message: short, in plain signs, in the languages its reader is written to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from hub.messages.counting import together
from hub.values import Language, Text
from hub.words import Words, say_date


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Hold what a text says of a case; `phone` and `reference` as they are shown."""

    council: Text
    service: Text
    reference: str
    answer_by: date
    phone: str


def acknowledgement(words: Words, told: Told, languages: Sequence[Language]) -> str:
    """Write the text that acknowledges a case, in each of these languages."""
    return together([_said(words, told, language) for language in languages])


def _said(words: Words, told: Told, language: Language) -> str:
    values: Mapping[str, object] = {
        "council": told.council,
        "service": told.service,
        "reference": told.reference,
        "answer_by": say_date(words, told.answer_by, language, with_weekday=False),
        "phone": told.phone,
    }
    return words.say("texts.received", language, **values)
