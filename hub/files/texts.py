"""Words that a council writes in each of its languages: `{en: Grey bin, cy: Bin llwyd}`."""

import re
import unicodedata
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from string import Formatter

from hub.files.part import Part
from hub.files.proof import Proof
from hub.values import Language, Text

MISSING = Text({"en": "…"})  # stands in where words are missing; such a file is refused
_PLAIN_HOLDER = re.compile(r"[a-z][a-z0-9_]*")
_CODES = frozenset(Language)


def text(part: Part, *, proof: Proof, allowed: AbstractSet[str] | None = None) -> Text:
    """Read words in each language that the proof demands, or mark what is wrong.

    `allowed` are the place-holders that may stand in them; None allows any.
    """
    written = part.mapping
    if written is None:
        proof.mark(part, f"Here stands {part.sort}.", f"Write {_form(proof)}.")
        return MISSING
    words: dict[str, str] = {}
    for code in proof.languages:
        if said := _said(part, written.get(code), code, proof):
            words[code] = said
    if len(words) != len(written):
        _mark_strangers(written, proof)
    together = "".join(words.values())
    if "{" in together or "}" in together:
        _compare_holders(part, words, proof=proof, allowed=allowed)
    return Text(words) if words else MISSING


def holders(sentence: str) -> frozenset[str] | None:
    """Give the place-holders of a sentence, or nothing if its braces are wrong."""
    try:
        fields = [field for field in Formatter().parse(sentence) if field[1] is not None]
    except ValueError:
        return None
    if any(
        not _PLAIN_HOLDER.fullmatch(name or "") or spec or conversion
        for _, name, spec, conversion in fields
    ):
        return None
    return frozenset(str(name) for _, name, _, _ in fields)


def _form(proof: Proof) -> str:
    inner = ", ".join(f"{language.value}: …" for language in proof.languages)
    return f"{{{inner}}} with the words in each language"


def _mark_strangers(written: Mapping[str, Part], proof: Proof) -> None:
    for name in written.keys() - _CODES:
        proof.mark_unknown(written[name], "The language", said=name, known=_CODES)


def _said(part: Part, words: Part | None, code: Language, proof: Proof) -> str:
    if words is None or not isinstance(words.value, str) or not words.value:
        return _oddly_said(part, words, code, proof)
    written = words.written.strip()
    return written if written.isascii() else unicodedata.normalize("NFC", written)


def _oddly_said(part: Part, words: Part | None, code: Language, proof: Proof) -> str:
    if words is None or words.is_empty:
        at = words or part
        proof.mark(at, f"The words in “{code}” are missing.", f"Write {code}: … here.")
        return ""
    if not words.is_leaf:
        proof.mark(words, f"Here stands {words.sort}.", "Write words, in quotes if need be.")
        return ""
    return words.written.strip()  # a number, or a word such as true


def _compare_holders(
    part: Part, words: Mapping[str, str], *, proof: Proof, allowed: AbstractSet[str] | None
) -> None:
    found = {code: holders(sentence) for code, sentence in words.items()}
    for code, names in found.items():
        at = (part.mapping or {})[code]
        if names is None:
            what = "The braces do not hold a plain name."
            proof.mark(at, what, "Write {name}, or {{ and }} for braces themselves.")
        elif allowed is not None and names - allowed:
            proof.mark_unknown(at, "The place-holder", said=min(names - allowed), known=allowed)
    if len({names for names in found.values() if names is not None}) > 1:
        what = "The place-holders differ between the languages."
        proof.mark(part, what, "Write the same {names} in each language.")
