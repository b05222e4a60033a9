"""What a text cannot carry of a service: it is refused before anyone asks for that service."""

from collections.abc import Iterator
from datetime import date

from hub.catalogue import Judge, Judged
from hub.files import Mistake
from hub.messages.counting import MOST_PARTS, is_plain, parts
from hub.messages.wording import Told, acknowledgement
from hub.values import Language, Text
from hub.words import Words

_LONG_NAME = "Cyngor Bwrdeistref Sirol Aberwen"  # as long as councils' names become
_LONG_DAY = date(2026, 9, 30)


def judge_texts(words: Words) -> Judge:
    """Give the judge who counts the parts of the text that acknowledges a service."""

    def judge(judged: Judged) -> Iterator[Mistake]:
        service = judged.service
        told = Told(
            council=Text(dict.fromkeys(service.languages, _LONG_NAME)),
            service=service.title,
            reference="0000 000 0000",
            answer_by=_LONG_DAY,
            phone="01632 960 001",
        )
        count = parts(acknowledgement(words, told, service.languages))
        if count > MOST_PARTS:
            what = f"A text with this title is sent in {count} parts; phones take {MOST_PARTS}."
            yield Mistake.at(judged.at("title"), what, _remedy(service.title, service.languages))

    return judge


def _remedy(title: Text, languages: tuple[Language, ...]) -> str:
    said = "".join(title.to(language) for language in languages)
    wide = sorted({mark for mark in said if not is_plain(mark)})
    if wide:
        return f"Write a shorter title, or one without “{' '.join(wide)}”: it doubles the parts."
    return "Write a shorter title."
