"""What a text cannot carry of a service: it is refused before anyone asks for that service."""

from collections.abc import Iterator
from datetime import date

from hub.catalogue import Judge, Judged
from hub.catalogue.definition import Service
from hub.files import Mistake
from hub.messages.counting import MOST_PARTS, is_plain, parts
from hub.messages.rows import MessageKind
from hub.messages.wording import Told, about, acknowledgement
from hub.values import Language, Text
from hub.words import Words

_LONG_NAME = "Cyngor Bwrdeistref Sirol Castell-nedd Port Talbot"  # no council's is longer in Wales
_LONG_DAY = date(2026, 11, 30)  # November, Tachwedd
_REFERENCE = "0000 000 0000"
_LONG_NUMBER = "2026 000000"


def judge_texts(words: Words) -> Judge:
    """Give the judge who counts the parts of every text about a service.

    It also demands the reference in the text that acknowledges a case (ADR 0016).
    """

    def judge(judged: Judged) -> Iterator[Mistake]:
        service = judged.service
        count = max(parts(said) for said in _texts(words, service))
        if count > MOST_PARTS:
            what = f"A text with this title is sent in {count} parts; phones take {MOST_PARTS}."
            yield Mistake.at(judged.at("title"), what, _remedy(service.title, service.languages))
        for language in service.languages:
            if _REFERENCE not in acknowledgement(words, _told(service), [language]):
                what = "A text without the reference may be sent twice: it is known again by it."
                remedy = f"Write {{reference}} in {language.value}."
                yield Mistake("words/texts.yaml", 1, MessageKind.RECEIVED.value, what, remedy)

    return judge


def _texts(words: Words, service: Service) -> Iterator[str]:
    kinds = [MessageKind.RECEIVED]
    if service.lasting:
        kinds += [MessageKind.GRANTED, MessageKind.ENDING]
    for kind in kinds:
        yield about(kind, _told(service), words=words, languages=service.languages)


def _told(service: Service) -> Told:
    return Told(
        council=Text(dict.fromkeys(service.languages, _LONG_NAME)),
        service=service.title,
        reference=_REFERENCE,
        answer_by=_LONG_DAY,
        phone="01632 960 001",
        permit=(_LONG_NUMBER, _LONG_DAY),
    )


def _remedy(title: Text, languages: tuple[Language, ...]) -> str:
    said = "".join(title.to(language) for language in languages)
    wide = sorted({mark for mark in said if not is_plain(mark)})
    if wide:
        return f"Write a shorter title, or one without “{' '.join(wide)}”: it doubles the parts."
    return "Write a shorter title."
