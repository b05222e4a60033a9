"""How often: limits by client address, counted in this process."""

from collections.abc import Mapping, Sequence

from flask import Flask, request
from limits import RateLimitItem, parse_many
from limits.strategies import FixedWindowRateLimiter
from werkzeug.exceptions import TooManyRequests

from channels.pages.allowances import Limits
from channels.pages.tally import Tally

_EVERY_PAGE = "page"
_TRY_AGAIN_AFTER = 60  # seconds


def limit(app: Flask, limits: Limits, *, sent: str, looked_up: str) -> None:
    """Bound all pages, and more tightly the endpoints that send and that look up a request.

    `request.remote_addr` is the resident's own behind a proxy that the settings trust.
    """
    counts = FixedWindowRateLimiter(Tally())
    every_page = parse_many(limits.all_pages)
    tighter: Mapping[str | None, Sequence[RateLimitItem]] = {
        sent: parse_many(limits.sent),
        looked_up: parse_many(limits.looked_up),
    }

    @app.before_request
    def count() -> None:
        whose = request.remote_addr or ""
        own = tighter.get(request.endpoint, ())
        bounds = [(_EVERY_PAGE, one) for one in every_page] + [(request.endpoint, o) for o in own]
        if not all(counts.hit(bound, str(what), whose) for what, bound in bounds):
            raise TooManyRequests(retry_after=_TRY_AGAIN_AFTER)
