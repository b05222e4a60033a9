"""A kept address or place in one line, for reading back and for asking about it."""

from collections.abc import Mapping

from hub.interview.answers import Answer
from hub.values import PostalAddress

_PARTS = ("line1", "line2", "line3", "town", "postcode")


def one_line(answer: Answer) -> str:
    """Say where: "12 Stryd y Bont, Aberwen, LL99 9ZZ"; nothing known, nothing said."""
    if not isinstance(answer, Mapping):
        return ""
    if "words" in answer:
        return str(answer["words"])
    lines = {part: str(answer[part]) for part in _PARTS if part in answer}
    return PostalAddress.parse(lines).one_line() if lines else ""
