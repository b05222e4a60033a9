"""A change in plain words, for those who look over what a council made of a service."""

from collections.abc import Iterator

from hub.catalogue.overlays.changes import Change, Verb
from hub.files import Part
from hub.values import Language

_CODES = frozenset(language.value for language in Language)
_SPOKEN = ("ask", "title", "why", "say")  # what a question, a group, a stop, an option says


def tell(change: Change) -> Iterator[str]:
    """Say a change: a sentence, and below it what the library says and what stands here."""
    if change.verb is Verb.ADDED:
        where = f" {change.where}" if change.where else ""
        yield f"“{change.name}” is added{where}:"
    elif change.verb is Verb.LEFT_OUT:
        yield f"“{change.name}” is left out:"
    else:
        yield f"“{change.name}” is changed:"
    yield from (f"  library: {line}" for line in _lines(change.old))
    yield from (f"  here:    {line}" for line in _lines(change.new))


def _lines(part: Part | None) -> Iterator[str]:
    inner = part.mapping if part else None
    if inner and inner.keys() <= _CODES:
        yield from (f"{code}: {_line(said)}" for code, said in inner.items())
    elif inner and (spoken := [inner[key] for key in _SPOKEN if key in inner]):
        yield from _lines(spoken[0])
    elif part and part.members and all(each.mapping for each in part.members):
        yield from map(_line, part.members)
    elif part:
        yield _line(part)


def _line(part: Part) -> str:
    if part.mapping is not None:
        inner = ", ".join(f"{key}: {_line(value)}" for key, value in part.mapping.items())
        return f"{{{inner}}}"
    if part.members is not None:
        return f"[{', '.join(map(_line, part.members))}]"
    return part.written or "nothing"
