"""A line of the library that goes wrong only with an overlay: the overlay's line is to be named."""

from collections.abc import Sequence

from hub.catalogue.overlays.changes import Change, Verb
from hub.files import Mistake, Part


def blame(mistake: Mistake, overlay: Part, changes: Sequence[Change]) -> Mistake:
    """Give a mistake in the library as one of the overlay that brought it about."""
    named = [change.at for change in _likely(changes) if _is_named(change, mistake)]
    said = [change.at for change in changes if _is_said(change, mistake)]
    at = next(iter([*named, *said]), overlay)
    key = f" ({mistake.key})" if mistake.key else ""
    what = f"With this, {mistake.file}, line {mistake.line}{key} goes wrong: {mistake.what}"
    return Mistake.at(at, what, "Change that as well, or take this out.")


def _likely(changes: Sequence[Change]) -> list[Change]:
    return sorted(changes, key=lambda change: change.verb is not Verb.LEFT_OUT)


def _is_named(change: Change, mistake: Mistake) -> bool:
    names = change.name.split(".")
    return any(f"“{name}”" in mistake.what or name in mistake.key.split(".") for name in names)


def _is_said(change: Change, mistake: Mistake) -> bool:
    """Say whether the mistake is about a word that the change wrote: a kind, an option."""
    return change.new is not None and f"“{change.new.written}”" in mistake.what
