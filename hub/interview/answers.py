"""The shapes of an answer: as it is kept, as a door hands it over, and not there at all.

A kept answer (`Value`) is canonical JSON, so that the same answer is the same at every door:

    yes/no, declaration   bool
    choice                the option's id            choices   ids in the order of the definition
    words, story, name, pattern, digits, phone (E.164), e-mail   str
    number                int                        money     pence
    date, booking         "2026-11-22"
    address               {"line1", "line2", "town", "postcode"}, and "line3", "uprn" where given
    place                 {"words"}, and where given "lat" with "lon", "grid" (as it was told),
                          "near" (an address), "uprn" (of the address, if it was chosen) and
                          "anyway" (true: they know that it is not in our area)
    file                  {"documents": [sha256, …]}
    left out              None                       (an optional question)
    I do not know         {"unknown": true}          follows later   {"owed": true}

What a door hands over (`Given`) has the shape of the question's hint: words, digits and choices as
str (several choices as a list), yes and no as "yes" and "no", a date by its day, month and year,
an address by its lines, a place by its words with "point", "near", "uprn" and "anyway", {"later":
"yes"} for what follows later and {"unknown": "yes"}.
"""

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Final, Literal

Value = bool | int | str | list[str] | Mapping[str, "bool | str | float | list[str]"] | None
Given = str | bool | Sequence[str] | Mapping[str, "str | Sequence[str]"] | None

UNKNOWN: Final[Value] = {"unknown": True}
OWED: Final[Value] = {"owed": True}


class Unanswered(Enum):
    """Stand where no answer was given; None is an answer (left out on purpose)."""

    UNANSWERED = "unanswered"


UNANSWERED: Final = Unanswered.UNANSWERED
Answer = Value | Literal[Unanswered.UNANSWERED]


def is_real(answer: Answer) -> bool:
    """Say whether something was told: not left out, unknown or to follow."""
    return answer is not UNANSWERED and answer is not None and answer not in (UNKNOWN, OWED)
