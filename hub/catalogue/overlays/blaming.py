"""A line of the library that goes wrong only with an overlay: the overlay's line is to be named."""

from collections.abc import Sequence

from hub.catalogue.overlays.changes import Change, Verb
from hub.files import Mistake, Part


def blame(mistake: Mistake, overlay: Part, changes: Sequence[Change]) -> Mistake:
    """Give a mistake in the library as one of the overlay that brought it about."""
    at = next((change.at for change in _likely(changes) if _is_named(change, mistake)), overlay)
    key = f" ({mistake.key})" if mistake.key else ""
    what = f"With this, {mistake.file}, line {mistake.line}{key} goes wrong: {mistake.what}"
    return Mistake.at(at, what, "Change that as well, or take this out.")


def _likely(changes: Sequence[Change]) -> list[Change]:
    return sorted(changes, key=lambda change: change.verb is not Verb.LEFT_OUT)


def _is_named(change: Change, mistake: Mistake) -> bool:
    names = change.name.split(".")
    return any(f"“{name}”" in mistake.what or name in mistake.key.split(".") for name in names)
