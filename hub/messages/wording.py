"""The words of a text message: the same in every door's languages, short, and in plain signs."""

from collections.abc import Sequence
from datetime import date

from hub.cases import CaseSeen
from hub.catalogue.definition import Service
from hub.councils import Council
from hub.messages.counting import together
from hub.values import Language
from hub.words import Words, say_date


def acknowledgement(
    words: Words,
    languages: Sequence[Language],
    *,
    case: CaseSeen,
    service: Service,
    council: Council,
) -> str:
    """Write the text that acknowledges a case; Welsh stands first where both are written."""
    return together(
        [
            words.say(
                "texts.received",
                language,
                council=council.name,
                service=service.title,
                reference=case.reference.shown,
                answer_by=day(words, case.answer_by, language),
                phone=council.phone.shown,
            )
            for language in languages
        ]
    )


def day(words: Words, day_said: date, language: Language) -> str:
    """Say a day without its weekday: a text is short."""
    return say_date(words, day_said, language, with_weekday=False)
