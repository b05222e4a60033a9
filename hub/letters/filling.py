"""A letter's template filled in for one language."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from hub import interview, paper
from hub.catalogue.definition import Meaning, Question
from hub.interview import Line
from hub.letters.contents import Contents
from hub.letters.edition import Block, Heading, Paragraph, Passage, Points, Told
from hub.letters.stationery import Piece, Shown, When
from hub.values import Language, Text
from hub.words import Words, say_date, say_money

_TOGETHER = re.compile(
    r"\b[0-9]{1,2} (?=[A-Z]\w+ [0-9]{4}\b)"  # 3 June 2026
    r"|\b[A-Z]{1,2}[0-9][0-9A-Z]? (?=[0-9][A-Z]{2}\b)"  # L9 9ZZ, LL99 9ZZ, EC1A 1BB
    r"|\bBFPO (?=[0-9]{1,4}\b)"
    r"|\bGIR (?=0AA\b)"
)
_NO_BREAK = "\u00a0"
_VALUES = {When.FEE: "fee", When.DANGER: "dangers", When.ON_BEHALF: "on_behalf"}


@dataclass(frozen=True, slots=True)
class _Filling:
    """What fills the place-holders and the lists, in one language."""

    language: Language
    values: Mapping[str, str]
    told: tuple[tuple[str, str], ...]
    owed: tuple[str, ...]
    is_posted: bool

    def say(self, text: Text) -> str:
        return together(text.to(self.language).format_map(self.values))

    def blocks(self, pieces: tuple[Piece, ...]) -> Iterator[Block]:
        for piece in pieces:
            if self._holds(piece.when):
                yield self._block(piece)

    def _holds(self, when: When | None) -> bool:
        match when:
            case When.TOLD | When.OWED:
                return bool(self.told if when is When.TOLD else self.owed)
            case When.FEE | When.DANGER | When.ON_BEHALF:
                return bool(self.values[_VALUES[when]])
            case When.OWN:
                return not self.values["on_behalf"]
            case When.POSTED | When.COLLECTED:
                return self.is_posted is (when is When.POSTED)
            case When.MARKED:
                return any(paper.lacking(label + said) for label, said in self.told)
        return True

    def _block(self, piece: Piece) -> Block:
        if piece.heading:
            return Heading(self.say(piece.heading))
        if piece.say:
            return Paragraph(self.say(piece.say))
        return Points(self.owed) if piece.show is Shown.OWED else Told(self.told)


def fill(contents: Contents, words: Words, language: Language) -> Passage:
    """Fill a letter's template in one language."""
    filling = _filling(contents, words, language)
    template = contents.template
    return Passage(
        language=language,
        date=together(say_date(words, contents.written_on, language, with_weekday=False)),
        greeting=filling.say(template.greeting),
        subject=filling.say(template.subject),
        blocks=tuple(filling.blocks(template.pieces)),
        page_of=words.say("letters.page_of", language, page="{page}", pages="{pages}"),
    )


def _filling(contents: Contents, words: Words, language: Language) -> _Filling:
    lines = interview.read_back(contents.asked, words)
    return _Filling(
        language,
        _values(contents, words, language),
        tuple(_row(line, language) for line in lines if _is_told(contents, line)),
        tuple(line.short.to(language) for line in lines if line.path in contents.owed),
        is_posted=contents.address is not None,
    )


def _row(line: Line, language: Language) -> tuple[str, str]:
    label, title = line.short.to(language), line.round_title
    whole = f"{title.to(language)}: {label}" if title else label
    return whole, together(line.said.to(language))


def _is_told(contents: Contents, line: Line) -> bool:
    """Leave out what is owed, and what the letter shows by itself: name, size, language."""
    if contents.is_discreet or line.path in contents.owed:
        return False
    if not line.is_asked:
        return True
    question = interview.step(contents.asked, line.path).question
    return isinstance(question, Question) and question.means in {None, Meaning.HOME}


def _values(contents: Contents, words: Words, language: Language) -> dict[str, str]:
    council, service = contents.council, contents.asked.service
    fee, permit = interview.fee(contents.asked), contents.permit
    pay_by = interview.ways_to_pay(service, council, words)
    dangers = interview.say_dangers(contents.asked, words, space=_NO_BREAK)

    def day(then: date, *, with_weekday: bool) -> str:
        return say_date(words, then, language, with_weekday=with_weekday)

    return {
        "answer_by": day(contents.answer_by, with_weekday=True),
        "asked_on": day(contents.asked.asked_on, with_weekday=False),
        "council": council.name.to(language),
        "counter": council.address.one_line(),
        "dangers": dangers.to(language) if dangers else "",
        "email": council.email.shown,
        "fee": say_money(fee.pence, language) if fee and fee.pence else "",
        "fee_for": fee.say.to(language) if fee else "",
        "happens_next": service.happens_next.to(language),
        "hours": council.hours.to(language),
        "link": contents.link.partition("://")[2],
        "name": contents.name,
        "on_behalf": contents.on_behalf.to(language) if contents.on_behalf else "",
        "pay_by": pay_by.to(language) if pay_by else "",
        "permit_number": permit.shown.replace(" ", _NO_BREAK) if permit else "",
        "permit_until": day(permit.until, with_weekday=False) if permit else "",
        "phone": council.phone.shown.replace(" ", _NO_BREAK),
        "post_to": council.address.one_line(),
        "reference": contents.reference.shown.replace(" ", _NO_BREAK),
        "service": service.title.to(language),
        "signed_by": council.letters_signed_by.to(language),
    }


def together(words: str) -> str:
    """Keep a day, and a postcode, from being parted at the end of a line."""
    return _TOGETHER.sub(lambda found: f"{found[0][:-1]}{_NO_BREAK}", words)
