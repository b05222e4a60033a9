"""Showing a page again with what was typed on it: nothing typed is ever lost.

A door that takes a form offers, for its endpoint, a way to show the same page again with a word on
what went wrong. The guards use it when they turn a form back before the door has read it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask import Flask, Response, current_app, request

from channels.pages import forms

ShowAgain = Callable[..., Response]  # (trouble, status, and the address's own values) → the page
_ROOM = "again"


def _always(**_address: str) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Way:
    """Say how a page is shown again, and whether what it sends are somebody's own words."""

    show: ShowAgain
    has_words: Callable[..., bool] = _always


def offer(app: Flask, ways: Mapping[str, Way]) -> None:
    """Offer ways to show pages again, by endpoint."""
    app.extensions.setdefault(_ROOM, {}).update(ways)


def show(trouble: str, status: int) -> Response | None:
    """Show the page again that was sent; None where no door can.

    :raises HubError: if the page cannot be made any more.
    """
    way = _way()
    if way is None or request.method != "POST":
        return None
    return way.show(trouble, status, **(request.view_args or {}))


def words_typed() -> list[str]:
    """Give what was typed on the page that was sent, without the ids of what was chosen."""
    way = _way()
    if way is not None and not way.has_words(**(request.view_args or {})):
        return []
    return forms.words_typed()


def _way() -> Way | None:
    ways: Mapping[str | None, Way] = current_app.extensions.get(_ROOM, {})
    return ways.get(request.endpoint)
