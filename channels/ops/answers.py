"""The three addresses for those who run the hub."""

import json
from http import HTTPStatus

from prometheus_client import CONTENT_TYPE_LATEST
from werkzeug import Response

from channels.ops.metrics import Metrics
from channels.ops.readiness import Found
from hub.store.jobs import Stuck


def health() -> Response:
    """Say that this process is alive; it asks nobody else."""
    return Response("alive\n")


def readiness(found: Found, *, in_full: bool) -> Response:
    """Say whether requests can be stored (503 if not), and in full why not and what is stuck."""
    code = HTTPStatus.SERVICE_UNAVAILABLE if found.why else HTTPStatus.OK
    said: dict[str, object] = {"status": found.status}
    if in_full:
        said["stuck"] = [_shown(each) for each in found.stuck]
        said |= {"why": found.why} if found.why else {}
    return Response(json.dumps(said) + "\n", code, content_type="application/json")


def measures(metrics: Metrics) -> Response:
    """Give everything Prometheus reads."""
    return Response(metrics.text(), content_type=CONTENT_TYPE_LATEST)


def not_told() -> Response:
    """Say what is missing to somebody who may not know."""
    return Response("Bring the word of HUB_METRICS_TOKEN.\n", HTTPStatus.UNAUTHORIZED)


def _shown(stuck: Stuck) -> dict[str, str]:
    return {
        "what": stuck.what,
        "council": stuck.council,
        "id": str(stuck.id),
        "name": stuck.name,
        "since": stuck.since.isoformat(),
        "reason": stuck.reason,
    }
