"""An edition: one letter to one person, all its words filled in, in the order they are read.

It is a value without clock, chance or database, so that the same edition is always the same PDF.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from hub import paper
from hub.paper import Profile
from hub.values import LARGEST_SIZE, SMALLEST_SIZE, Language, PostalAddress, Reference, SaveCode

BETWEEN_LANGUAGES = " / "


@dataclass(frozen=True, slots=True)
class Heading:
    """Say what the next paragraphs are about."""

    words: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Say something; a line break inside stays one."""

    words: str


@dataclass(frozen=True, slots=True)
class Points:
    """List things, one under the other."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """Read answers back: what was asked in short, and what was said."""

    rows: tuple[tuple[str, str], ...]


Block = Heading | Paragraph | Points | Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Hold the letter in one language. `page_of` has the place-holders {page} and {pages}."""

    language: Language
    date: str
    greeting: str
    subject: str
    blocks: tuple[Block, ...]
    page_of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """Hold what stands at the head of all of a council's letters, in a letter's languages.

    `council` is its id. `address` is where a letter that cannot be delivered goes back to.
    """

    council: str
    names: tuple[str, ...]
    colour: str
    accent: str
    contact: tuple[str, ...]
    address: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """Hold one letter.

    `size` is the body's, in points. `address` is where the letter goes: a person's, or that of the
    counter where it is collected; then `to_collect` says so in the window, and else it is empty.
    `reference` is what we ask the reader for: before there is a case, the code of what they saved.
    `link` goes into the QR code and is written out beside it.
    """

    name: str
    address: PostalAddress
    to_collect: str
    size: int
    profile: Profile
    head: Letterhead
    reference: Reference | SaveCode
    reference_label: str
    link: str
    link_label: str
    passages: tuple[Passage, ...]

    def __post_init__(self) -> None:
        """Refuse what no letter is.

        :raises ValueError: if the size is none that print may have, or nothing is said.
        """
        if not SMALLEST_SIZE <= self.size <= LARGEST_SIZE:
            raise ValueError(self.size)
        if not self.passages:
            raise ValueError(self.passages)

    @property
    def window_lines(self) -> tuple[str, ...]:
        """Give the lines that are wanted in the window, the person's name first."""
        lines = (self.name, self.to_collect, *self.address.printed_lines())
        return tuple(line for line in lines if line)

    def unprintable(self) -> tuple[str, ...]:
        """List the characters that will show as "[?]" because the fonts lack them."""
        return paper.lacking("".join(self.words()))

    def words(self) -> Iterator[str]:
        """Give all the words of the body, in the order they are read."""
        for passage in self.passages:
            yield from (passage.date, passage.greeting, passage.subject)
            for block in passage.blocks:
                yield from _words(block)


def part_languages(words: str) -> str:
    """Begin a new line where the next language begins, in words that are too long for one line."""
    return words.replace(BETWEEN_LANGUAGES, f"{BETWEEN_LANGUAGES.rstrip()}\n")


def _words(block: Block) -> Iterator[str]:
    match block:
        case Heading(words) | Paragraph(words):
            yield words
        case Points(lines):
            yield from lines
        case Told(rows):
            for label, said in rows:
                yield from (label, said)
