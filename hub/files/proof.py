"""A proof under correction: the languages that must be there, and the mistakes found so far."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from hub.files.mistakes import Mistake
from hub.files.part import Part
from hub.values import Language

_NEAR = 0.55


@dataclass(slots=True)
class Proof:
    """Collect mistakes; what is read goes on with a stand-in after each."""

    languages: Sequence[Language] = tuple(Language)
    mistakes: list[Mistake] = field(default_factory=list)

    def mark(self, part: Part, what: str, remedy: str) -> None:
        """Note that something is wrong at `part`, and what to write instead."""
        self.mistakes.append(Mistake.at(part, what, remedy))

    def mark_unknown(self, part: Part, what: str, *, said: str, known: Iterable[str]) -> None:
        """Note a word that nobody knows, with the nearest one that is known."""
        self.mark(part, f"{what} “{said[:60]}” is not known.", nearest(said, known))


def nearest(said: str, known: Iterable[str]) -> str:
    """Give the remedy for a word that is not known: the nearest one, else all."""
    words = sorted(known)
    close = get_close_matches(said, words, n=1, cutoff=_NEAR)
    if close:
        return f"Write “{close[0]}”."
    return f"Write one of: {', '.join(words)}." if words else "Take it out."
