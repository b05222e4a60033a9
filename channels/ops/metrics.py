"""What Prometheus reads: counts from the database, durations from this process."""

from collections.abc import Iterator, Mapping

import structlog
from prometheus_client import CollectorRegistry, Histogram, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from hub import watch
from hub.store import Database
from hub.watch import Counts

_log = structlog.get_logger(__name__)
_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0)


class Metrics:
    """Measure how long answers take, and write that down beside what the database counts."""

    def __init__(self, database: Database) -> None:
        self._registry = CollectorRegistry()
        self._registry.register(_Counted(database))
        self._durations = Histogram(
            "hub_http_request_duration_seconds",
            "How long an answer took, by route; an address never shows.",
            ("method", "route", "status"),
            buckets=_SECONDS,
            registry=self._registry,
        )

    def measure(self, *, method: str, route: str, status: str, seconds: float) -> None:
        """Count one answer."""
        self._durations.labels(method, route, status).observe(seconds)

    def text(self) -> bytes:
        """Write everything in Prometheus's own form, version 0.0.4."""
        return generate_latest(self._registry)


class _Counted(Collector):
    """Ask the database at every reading; while it is away only `hub_database_up` speaks."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def describe(self) -> Iterator[Metric]:
        """Say nothing in advance: the database need not be there yet."""
        yield from ()

    def collect(self) -> Iterator[Metric]:
        """Give every count there is."""
        try:
            counts = watch.count(self._database)
        except Exception as error:  # noqa: BLE001 (an outermost door: the durations are told even so)
            _log.warning("counts not to be had", exc_info=error)
            yield GaugeMetricFamily("hub_database_up", _UP, value=0)
            return
        yield GaugeMetricFamily("hub_database_up", _UP, value=1)
        yield from _families(counts)


_UP = "1 if the database answers."


def _families(counts: Counts) -> Iterator[Metric]:
    arrivals = CounterMetricFamily(
        "hub_arrivals",
        "What came in, by door and what became of it.",
        labels=("channel", "outcome"),
    )
    for labels, number in counts.arrivals.items():
        arrivals.add_metric(labels, number)
    yield arrivals
    yield GaugeMetricFamily(
        "hub_outbox_oldest_open_seconds",
        "Age of the oldest event that no relay has taken; the health of all work.",
        value=counts.oldest_open_event,
    )
    open_jobs = GaugeMetricFamily(
        "hub_jobs", "Jobs that are not done, by queue and state.", labels=("queue", "state")
    )
    for labels, number in counts.jobs.items():
        open_jobs.add_metric(labels, number)
    yield open_jobs
    held = sum(number for (_, state), number in counts.jobs.items() if state == "held")
    yield GaugeMetricFamily("hub_jobs_held", "Jobs that wait for a person.", value=held)
    yield _by_state("hub_letters", "Letters that no printer has yet, by state.", counts.letters)
    yield _by_state("hub_messages", "E-mails that are not sent yet, by state.", counts.messages)


def _by_state(name: str, meaning: str, numbers: Mapping[str, int]) -> Metric:
    family = GaugeMetricFamily(name, meaning, labels=("state",))
    for state, number in numbers.items():
        family.add_metric((state,), number)
    return family
