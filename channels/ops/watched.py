"""What stands before every door: it answers those who run the hub, and measures all the others."""

from collections.abc import Callable, Iterable
from pathlib import Path
from time import perf_counter
from types import TracebackType
from typing import TypeAlias
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from werkzeug import Request, Response

from channels.ops import answers
from channels.ops.asking import Trust
from channels.ops.metrics import Metrics
from channels.ops.readiness import KEPT_SECONDS, Readiness
from hub.store import Database

_Error: TypeAlias = (
    tuple[type[BaseException], BaseException, TracebackType] | tuple[None, None, None] | None
)
_METHODS = frozenset({"GET", "HEAD", "POST"})


class Watched:
    """Answer `/healthz`, `/readyz` and `/metrics` for whatever host; hand on everything else."""

    def __init__(
        self,
        doors: WSGIApplication,
        *,
        database: Database,
        folder: Path,
        trust: Trust,
        kept_seconds: float = KEPT_SECONDS,
    ) -> None:
        self._doors = doors
        self._trust = trust
        self._readiness = Readiness(database, folder, kept_seconds=kept_seconds)
        self._metrics = Metrics(database)

    def __call__(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        """Answer one request, or hand it on."""
        own = self._answer(environ)
        return self._hand_on(environ, start) if own is None else own(environ, start)

    def _answer(self, environ: WSGIEnvironment) -> Response | None:
        match environ.get("PATH_INFO"):
            case "/healthz":
                return answers.health()
            case "/readyz":
                in_full = self._trust.tells(Request(environ))
                return answers.readiness(self._readiness.found(), in_full=in_full)
            case "/metrics":
                may_know = self._trust.tells(Request(environ))
                return answers.measures(self._metrics) if may_know else answers.not_told()
            case _:
                return None

    def _hand_on(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        began, codes = perf_counter(), ["500"]

        def listen(
            status: str, headers: list[tuple[str, str]], error: _Error = None, /
        ) -> Callable[[bytes], object]:
            codes.append(status[:3])
            return start(status, headers, error)

        try:
            return self._doors(environ, listen)
        finally:
            self._metrics.measure(
                method=_method(environ),
                route=_route(environ),
                status=codes[-1],
                seconds=perf_counter() - began,
            )


def _method(environ: WSGIEnvironment) -> str:
    method = environ.get("REQUEST_METHOD", "")
    return method if method in _METHODS else "other"


def _route(environ: WSGIEnvironment) -> str:
    """Give the rule that the doors' router found, never the address itself."""
    rule = getattr(environ.get("werkzeug.request"), "url_rule", None)
    return str(rule.rule) if rule is not None else "none"
