"""How a box looks and how a keyboard or a browser may help to fill it, by kind and meaning.

All of it is a courtesy: a kind that is not named here is asked in a plain box.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from hub.catalogue.definition import Kind, Limits, Meaning, Question

_WIDTHS = ((2, "w2"), (4, "w4"), (10, "w8"), (16, "w14"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """Hold what a box is told besides its name; `rows` makes it a text of several lines."""

    width: str = ""
    rows: int = 0
    type: str = "text"
    inputmode: str | None = None
    autocomplete: str | None = None
    capitals: str | None = None
    before: str = ""
    spellcheck: bool = True


PLAIN = Appearance()
NEAR = Appearance(spellcheck=False)
POINT = Appearance(width="w20", spellcheck=False, capitals="off")
_BY_KIND: Mapping[Kind, Appearance] = {
    Kind.STORY: Appearance(rows=7),
    Kind.NAME: Appearance(spellcheck=False, capitals="words"),
    Kind.EMAIL: Appearance(type="email", inputmode="email", spellcheck=False, capitals="off"),
    Kind.PHONE: Appearance(type="tel", width="w14", spellcheck=False),
    Kind.DIGITS: Appearance(inputmode="numeric", spellcheck=False, width="w14"),
    Kind.NUMBER: Appearance(inputmode="numeric", spellcheck=False, width="w4"),
    Kind.MONEY: Appearance(inputmode="decimal", spellcheck=False, width="w8", before="£"),
    Kind.PATTERN: Appearance(spellcheck=False, width="w14", capitals="characters"),
}
# WCAG 1.3.5: only what is asked about the person at the keyboard has a name to be filled in by.
_FILLED_IN: Mapping[Meaning, str] = {
    Meaning.NAME: "name",
    Meaning.EMAIL: "email",
    Meaning.PHONE: "tel",
    Meaning.MOBILE: "tel",
}
_ADDRESS_FILLED_IN: Mapping[str, str] = {
    "line1": "address-line1",
    "line2": "address-line2",
    "town": "address-level2",
    "postcode": "postal-code",
}
_ADDRESS_WIDTHS: Mapping[str, str] = {"town": "w20", "postcode": "w8"}
_OWN_ADDRESSES = frozenset({Meaning.HOME, Meaning.POST_TO})


def of_box(question: Question) -> Appearance:
    """Give how the one box of a question looks."""
    look = _BY_KIND.get(question.kind, PLAIN)
    return replace(
        look,
        width=_width(question.limits) or look.width,
        autocomplete=_FILLED_IN.get(question.means) if question.means else None,
    )


def of_address_part(question: Question, part: str) -> Appearance:
    """Give how one line of an address looks."""
    is_own = question.means in _OWN_ADDRESSES
    return Appearance(
        width=_ADDRESS_WIDTHS.get(part, ""),
        autocomplete=_ADDRESS_FILLED_IN.get(part) if is_own else None,
        capitals="characters" if part == "postcode" else "words",
        spellcheck=False,
    )


def of_date_part(part: str) -> Appearance:
    """Give how one part of a day looks."""
    width = "w4" if part == "year" else "w2"
    return Appearance(width=width, inputmode="numeric", spellcheck=False)


def _width(limits: Limits) -> str:
    longest = limits.length or limits.longest
    if longest is None:
        return ""
    return next((width for most, width in _WIDTHS if longest <= most), "")
