"""Small decisions inside a Hypothesis strategy, each drawn from one and the same strategy.

A strategy made anew for every decision costs ten times as much as the draw itself, and a service is
made of a hundred decisions. What is drawn shrinks towards the first of a sequence.
"""

from collections.abc import Sequence
from typing import TypeVar

from hypothesis import strategies as st

_NUMBERS = st.integers(0, 2**16 - 1)
_SELDOM = 4

T = TypeVar("T")


def pick(draw: st.DrawFn, choices: Sequence[T]) -> T:
    """Draw one of these."""
    return choices[draw(_NUMBERS) % len(choices)]


def count(draw: st.DrawFn, least: int, most: int) -> int:
    """Draw a number from `least` to `most`."""
    return least + draw(_NUMBERS) % (most - least + 1)


def seldom(draw: st.DrawFn) -> bool:
    """Draw whether something happens that happens one time in four."""
    return draw(_NUMBERS) % _SELDOM == _SELDOM - 1
