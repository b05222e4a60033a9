"""One line for each request: which route, how it ended, how long it took; nobody's words."""

from time import perf_counter

import structlog
from flask import Flask, Response, g, request

_log = structlog.get_logger(__name__)


def listen(app: Flask) -> None:
    """Log every answer under its route: the address itself may hold a reference."""
    app.before_request(_begin)
    app.after_request(_end)


def _begin() -> None:
    g.began = perf_counter()


def _end(response: Response) -> Response:
    _log.info(
        "request answered",
        method=request.method if request.url_rule else "",
        route=request.url_rule.rule if request.url_rule else "",
        status=response.status_code,
        seconds=round(perf_counter() - g.get("began", perf_counter()), 4),
    )
    return response
