"""How often: limits by client address, counted in this process."""

from collections.abc import Iterable, Mapping, Sequence
from ipaddress import IPv6Address, IPv6Network, ip_address

from flask import Flask, current_app, request
from limits import RateLimitItem, parse_many
from limits.strategies import FixedWindowRateLimiter
from werkzeug.exceptions import TooManyRequests

from channels.pages.allowances import Limits
from channels.pages.tally import Tally

BEGUN = "begun"
FILES = "files"
SAVED = "saved"
CAME_BACK = "came back"
SOUGHT = "sought"
_EVERY_PAGE = "page"
_ROOM = "limits"
_ONE_HOME = 64  # bits of an IPv6 address: a line is given at least so many of its own


class Gate:
    """Count by what is done and from where, and turn away what is too much."""

    def __init__(self, bounds: Mapping[str, Sequence[RateLimitItem]]) -> None:
        """Begin with no counts."""
        self._tally = Tally()
        self._counts = FixedWindowRateLimiter(self._tally)
        self._bounds = bounds

    def demand(self, names: Iterable[str | None], *, whose: str) -> None:
        """Count each of these things once more.

        :raises TooManyRequests: if one was done too often; it says in how many seconds the window
            ends that is full.
        """
        for name in names:
            for bound in self._bounds.get(name or "", ()):
                if not self._counts.hit(bound, name or "", whose):
                    seconds = self._tally.seconds_left(bound.key_for(name or "", whose))
                    raise TooManyRequests(retry_after=seconds)


def limit(
    app: Flask, limits: Limits, *, sent: str, looked_up: str, exempt: Sequence[str] = ()
) -> None:
    """Bound all pages, and more tightly the endpoints that send and that look up a request.

    `exempt` names the blueprints of doors that are no pages and prove their senders otherwise.

    `request.remote_addr` is the resident's own behind a proxy that the settings trust.
    """
    gate = app.extensions[_ROOM] = Gate(
        {
            _EVERY_PAGE: parse_many(limits.all_pages),
            BEGUN: parse_many(limits.begun),
            FILES: parse_many(limits.files),
            SAVED: parse_many(limits.saved),
            SOUGHT: parse_many(limits.sought),
            CAME_BACK: parse_many(limits.looked_up),
            sent: parse_many(limits.sent),
            looked_up: parse_many(limits.looked_up),
        }
    )

    @app.before_request
    def count() -> None:
        if request.blueprint not in exempt:
            gate.demand((_EVERY_PAGE, request.endpoint), whose=whose())


def demand(name: str) -> None:
    """Count something that a view is about to do.

    :raises TooManyRequests: if it was done too often from where this visitor is.
    """
    gate: Gate = current_app.extensions[_ROOM]
    gate.demand((name,), whose=whose())


def whose() -> str:
    """Give the address that is counted; of IPv6 the network, for its hosts are free to choose."""
    shown = request.remote_addr or ""
    try:
        address = ip_address(shown)
    except ValueError:
        return shown  # a proxy's word for something else
    if not isinstance(address, IPv6Address):
        return shown
    if address.ipv4_mapped is not None:
        return str(address.ipv4_mapped)
    return str(IPv6Network((int(address), _ONE_HOME), strict=False))
