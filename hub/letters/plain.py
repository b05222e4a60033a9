"""A letter about no case: a template filled with words alone, without a list or an answer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from hub import paper
from hub.councils import Council
from hub.letters.composing import label, letterhead
from hub.letters.edition import Block, Edition, Heading, Paragraph, Passage
from hub.letters.filling import together
from hub.letters.stationery import Template
from hub.values import Language, PostalAddress, SaveCode, Text
from hub.words import Words, say_date

_NO_BREAK = "\u00a0"
_UNBROKEN = frozenset({"code", "phone"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    """Hold the parts of a letter about no case; `values` fill the place-holders of its template."""

    template: Template
    council: Council
    code: SaveCode
    name: str
    address: PostalAddress
    size: int
    languages: tuple[Language, ...]
    values: Mapping[str, Text | str]
    written_on: date
    link: str


def compose_plain(plain: Plain, words: Words) -> Edition:
    """Fill the letter; nothing of the clock or of chance goes in."""
    return Edition(
        name=plain.name,
        address=plain.address,
        to_collect="",
        size=plain.size,
        profile=paper.profile_named(plain.council.letter_profile.value),
        head=letterhead(plain.council, plain.languages),
        reference=plain.code,
        reference_label=label("code", words, plain.languages),
        link=plain.link,
        link_label=label("come_back", words, plain.languages),
        passages=tuple(_passage(plain, words, language) for language in plain.languages),
    )


def _passage(plain: Plain, words: Words, language: Language) -> Passage:
    values = dict(_values(plain, language))
    template = plain.template
    return Passage(
        language=language,
        date=together(say_date(words, plain.written_on, language, with_weekday=False)),
        greeting=template.greeting.to(language).format_map(values),
        subject=template.subject.to(language).format_map(values),
        blocks=tuple(_blocks(template, language, values)),
        page_of=words.say("letters.page_of", language, page="{page}", pages="{pages}"),
    )


def _blocks(template: Template, language: Language, values: Mapping[str, str]) -> Iterator[Block]:
    for piece in template.pieces:
        for text, kind in ((piece.heading, Heading), (piece.say, Paragraph)):
            if text is not None:
                yield kind(together(text.to(language).format_map(values)))


def _values(plain: Plain, language: Language) -> Iterator[tuple[str, str]]:
    for name, value in plain.values.items():
        said = value.to(language) if isinstance(value, Text) else value
        yield name, said.replace(" ", _NO_BREAK) if name in _UNBROKEN else said
