"""A new reference for a case: drawn by chance, and drawn again if it was given before."""

from collections.abc import Mapping
from typing import Any

from hub.cases.given_before import is_taken
from hub.cases.rows import Case
from hub.errors import TryAgain
from hub.store import Session
from hub.values import Reference

_MOST_DRAWS = 20


class NoReferenceLeft(TryAgain):
    """Say that chance drew only references that were given already."""

    key = "no_reference_left"


def keep_under_a_new_reference(session: Session, case: Mapping[str, Any]) -> Reference:
    """Write the row of a case under a reference that nobody has, and give it.

    References are unique over the whole installation, not only in one council.

    :raises NoReferenceLeft: if twenty draws were all taken.
    """
    for _ in range(_MOST_DRAWS):
        reference = Reference.draw(session.chance)
        if is_taken(session, reference.digits):
            continue
        if session.insert_once(Case, {**case, "reference": reference.digits}):
            return reference
    raise NoReferenceLeft
