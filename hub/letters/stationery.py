"""Stationery: the letters as a council writes them in `templates/letters`, before they are filled.

A council edits these files; a mistake in one is refused at the start, with its file and line.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Self

from hub import files
from hub.errors import Refused
from hub.files import Fields, FilesRefused, Part, Proof
from hub.values import Text

HOLDERS = frozenset(
    {
        "answer_by",
        "asked_on",
        "council",
        "counter",
        "dangers",
        "email",
        "fee",
        "fee_for",
        "happens_next",
        "hours",
        "link",
        "name",
        "on_behalf",
        "pay_by",
        "permit_number",
        "permit_until",
        "phone",
        "post_to",
        "reference",
        "service",
        "signed_by",
    }
)
SAVED_HOLDERS = frozenset(
    {
        "code",
        "council",
        "email",
        "hours",
        "kept_until",
        "link",
        "name",
        "phone",
        "service",
        "signed_by",
    }
)
_ABOUT_NO_CASE = frozenset({"saved", "saved-reminder"})
_LETTER: Mapping[str, str] = {
    "letter": "letter: received",
    "welsh": "welsh: unreviewed",
    "greeting": "greeting: {en: Dear …, cy: Annwyl …}",
    "subject": "subject: {en: …, cy: …}",
    "parts": "parts: with a list of headings, things to say and lists to show",
}
_PART: Mapping[str, str] = {
    "heading": "heading: {en: …, cy: …}",
    "say": "say: {en: …, cy: …}",
    "show": "show: told",
    "when": "when: owed",
}
_SORTS = ("heading", "say", "show")


class UnknownLetter(Refused):
    """Say that nobody wrote a letter of this name."""

    key = "unknown_letter"


class StationeryRefused(FilesRefused):
    """Refuse the files of letters that have mistakes."""

    key = "stationery_refused"


class Shown(StrEnum):
    """Name a list that a letter can show."""

    TOLD = "told"
    OWED = "owed"


class When(StrEnum):
    """Name what must be so for a part of a letter to be printed."""

    TOLD = "told"
    OWED = "owed"
    FEE = "fee"
    DANGER = "danger"
    MARKED = "marked"
    POSTED = "posted"
    COLLECTED = "collected"
    ON_BEHALF = "on_behalf"
    OWN = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Hold a part of a letter: a heading, something to say, or a list to show."""

    heading: Text | None = None
    say: Text | None = None
    show: Shown | None = None
    when: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """Hold a letter with its place-holders."""

    name: str
    greeting: Text
    subject: Text
    pieces: tuple[Piece, ...]


class Stationery:
    """Hold all letters by name."""

    def __init__(self, templates: Iterable[Template]) -> None:
        self._templates = {template.name: template for template in templates}

    @classmethod
    def read(cls, templates: Path) -> Self:
        """Read every file in `templates/letters`.

        :raises StationeryRefused: with every mistake in every file, if there is one.
        """
        proof = Proof()
        paths = sorted((templates / "letters").glob("*.yaml"))
        read = [files.read(path, root=templates, proof=proof) for path in paths]
        letters = [_template(part, proof) for part in read if part]
        if proof.mistakes:
            raise StationeryRefused(proof.mistakes)
        return cls(letters)

    @property
    def names(self) -> frozenset[str]:
        """Give the names of the letters there are."""
        return frozenset(self._templates)

    def template(self, name: str) -> Template:
        """Give a letter by its name.

        :raises UnknownLetter: if there is none.
        """
        if name not in self._templates:
            raise UnknownLetter(letter=name)
        return self._templates[name]


def _template(part: Part, proof: Proof) -> Template:
    fields = Fields(part, proof, _LETTER)
    fields.maybe_word("welsh")
    holders = SAVED_HOLDERS if Path(part.file).stem in _ABOUT_NO_CASE else HOLDERS
    name = fields.word("letter")
    stem = Path(part.file).stem
    if name and name != stem:
        proof.mark(fields.parts["letter"], "A letter is called as its file.", f"Write {stem}.")
    return Template(
        name=name,
        greeting=fields.text("greeting", holders),
        subject=fields.text("subject", holders),
        pieces=tuple(_piece(each, proof, holders) for each in fields.each("parts")),
    )


def _piece(part: Part, proof: Proof, holders: frozenset[str]) -> Piece:
    fields = Fields(part, proof, _PART)
    if sum(sort in fields for sort in _SORTS) != 1:
        proof.mark(part, "A part is one thing.", "Write either heading, say or show.")
    if holders is SAVED_HOLDERS and ("show" in fields or "when" in fields):
        proof.mark(part, "This letter is about no case yet.", "Take show and when out.")
    return Piece(
        heading=fields.maybe_text("heading", holders),
        say=fields.maybe_text("say", holders),
        show=fields.kind("show", Shown) if "show" in fields else None,
        when=fields.kind("when", When) if "when" in fields else None,
    )
