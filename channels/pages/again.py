"""Showing a page again with what was typed on it: nothing typed is ever lost.

A door that takes a form offers, for its endpoint, a way to show the same page again with a word on
what went wrong. The guards use it when they turn a form back before the door has read it.
"""

from collections.abc import Callable, Mapping

from flask import Flask, Response, current_app, request

from hub.errors import HubError

ShowAgain = Callable[..., Response]  # (trouble, status, and the address's own values) → the page
_ROOM = "again"


def offer(app: Flask, ways: Mapping[str, ShowAgain]) -> None:
    """Offer ways to show pages again, by endpoint."""
    app.extensions.setdefault(_ROOM, {}).update(ways)


def show(trouble: str, status: int) -> Response | None:
    """Show the page again that was sent; None where no door can."""
    ways: Mapping[str | None, ShowAgain] = current_app.extensions.get(_ROOM, {})
    way = ways.get(request.endpoint)
    if way is None or request.method != "POST":
        return None
    try:
        return way(trouble, status, **(request.view_args or {}))
    except HubError:
        return None
