"""What may refuse a definition that can be read: each judge looks at one thing.

`hub check` asks every judge there is (main.py names those of the doors and rooms). A start asks for
the structure only: a long sentence must not keep a hub from answering.
"""

from collections.abc import Iterator

from hub.catalogue.judging import asking_for, patterns, reaching
from hub.catalogue.judging.judged import Judge, Judged
from hub.catalogue.judging.plain_words import judge as judge_words
from hub.files import Mistake

__all__ = ["Judge", "Judged", "judge_structure", "judge_words"]


def judge_structure(judged: Judged) -> Iterator[Mistake]:
    """Refuse what could never be asked, and patterns that a hostile answer could make slow."""
    yield from reaching.judge(judged)
    yield from patterns.judge(judged)
    yield from asking_for.judge(judged)
