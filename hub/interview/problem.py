"""What is said to someone whose answer cannot be taken, and to a door that asks out of turn."""

from collections.abc import Mapping
from datetime import date

from hub.errors import Refused
from hub.values import Language, Text
from hub.words import Words, say_date

Filling = str | int | date | Text


class Problem(ValueError):
    """Say what to do about an answer that cannot be taken.

    `key` names the words in `templates/words/problems.yaml`, `values` fill them (`short` is the
    question's label), `path` is the question's, `part` the wrong part of an address or a date.
    The words are the same in a page's summary, at its field, and on the phone: `said`.
    """

    def __init__(
        self, path: str, key: str, *, values: Mapping[str, Filling], part: str | None = None
    ) -> None:
        """Keep what is wrong and where."""
        super().__init__(path, key)
        self.path = path
        self.key = key
        self.values = values
        self.part = part

    def said(self, words: Words) -> Text:
        """Put the problem into words, in every language."""
        filling = {name: _spoken(value, words) for name, value in self.values.items()}
        return words.text(f"problems.{self.key}", **filling)


class UnknownQuestion(Refused):
    """Be raised if no question that applies stands at this path."""

    key = "unknown_question"


def _spoken(value: Filling, words: Words) -> str | int | Text:
    if not isinstance(value, date):
        return value
    return Text({code: say_date(words, value, code, with_weekday=False) for code in Language})
