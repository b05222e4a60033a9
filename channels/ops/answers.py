"""The three addresses for those who run the hub."""

import json
from hmac import compare_digest
from http import HTTPStatus
from pathlib import Path

import structlog
from prometheus_client import CONTENT_TYPE_LATEST
from werkzeug import Request, Response

from channels.ops.metrics import Metrics
from hub import watch
from hub.errors import HubError
from hub.store import Database
from hub.store.jobs import Stuck

_HERE = frozenset({"127.0.0.1", "::1"})
_FORWARDED = frozenset({"forwarded", "x-forwarded-for"})
_log = structlog.get_logger(__name__)


def health() -> Response:
    """Say that this process is alive; it asks nobody else."""
    return Response("alive\n")


def readiness(database: Database, folder: Path) -> Response:
    """Say whether requests can be stored (503 if not), and what is stuck (200, amber)."""
    try:
        watch.demand_storing(database, folder)
        stuck = watch.stuck(database)
    except Exception as error:  # noqa: BLE001 (an outermost door: whatever it is, nothing can be stored)
        _log.warning("requests cannot be stored", exc_info=error)
        why = error.key if isinstance(error, HubError) else type(error).__name__
        return _json(HTTPStatus.SERVICE_UNAVAILABLE, status="away", why=why, stuck=[])
    status = "amber" if stuck else "ready"
    return _json(HTTPStatus.OK, status=status, stuck=[_shown(each) for each in stuck])


def measures(request: Request, metrics: Metrics, token: str | None) -> Response:
    """Give everything Prometheus reads, to whoever has the token; without one, to this machine."""
    may_read = _has(request, token) if token else _is_from_here(request)
    if not may_read:
        return Response("Bring the word of HUB_METRICS_TOKEN.\n", HTTPStatus.UNAUTHORIZED)
    return Response(metrics.text(), content_type=CONTENT_TYPE_LATEST)


def _has(request: Request, token: str) -> bool:
    said = request.headers.get("Authorization", "")
    return compare_digest(said.encode(), f"Bearer {token}".encode())


def _is_from_here(request: Request) -> bool:
    """Believe the line's other end, but not when a proxy of ours speaks for somebody else."""
    is_forwarded = _FORWARDED & {name.lower() for name, _ in request.headers}
    return request.remote_addr in _HERE and not is_forwarded


def _shown(stuck: Stuck) -> dict[str, str]:
    return {
        "what": stuck.what,
        "council": stuck.council,
        "id": str(stuck.id),
        "name": stuck.name,
        "since": stuck.since.isoformat(),
        "reason": stuck.reason,
    }


def _json(code: HTTPStatus, **said: object) -> Response:
    return Response(json.dumps(said) + "\n", code, content_type="application/json")
