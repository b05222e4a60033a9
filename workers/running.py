"""Running one job: claimed first, then its work and its end in one commit."""

import logging
from collections.abc import Mapping
from uuid import UUID

import structlog

from hub.errors import HubError, TryAgain
from hub.store import jobs
from hub.store.errors import AfterwardsFailed, LeaseLost
from hub.store.jobs import Claimed
from workers.carriages import Carriage, Job, Work
from workers.outside import Errand, Outside

_log = structlog.get_logger(__name__)


class Runner:
    """Do jobs by their ids, out of a table of those this program knows."""

    def __init__(self, outside: Outside, known: Mapping[str, Job]) -> None:
        self._outside = outside
        self._known = known

    def __call__(self, job_id: UUID, /) -> None:
        """Do a job unless it is done, or somebody else's; whatever happens is logged, not raised.

        Should even its failure not be kept, the lease runs out and the job is offered again.
        """
        try:
            claimed = jobs.claim(
                self._outside.database,
                job_id,
                known=self._known,
                lease=self._outside.settings.lease_seconds,
            )
            if claimed is not None:
                self._do(claimed)
        except Exception as error:  # noqa: BLE001 (the outermost door of a job: one bad job stops no other)
            _log.error("job left open", job=str(job_id), exc_info=error)

    def _do(self, claimed: Claimed) -> None:
        try:
            work = self._work(claimed)
            with self._outside.database.session(claimed.council) as session:
                work(Errand(outside=self._outside, session=session, subject=claimed.subject))
                jobs.done(session, claimed)
        except LeaseLost:
            _log.warning("job taken over", job=str(claimed.id), name=claimed.name)
        except AfterwardsFailed as error:  # it is done, and stays done
            _log.error(
                "job done but for the end", job=str(claimed.id), name=claimed.name, exc_info=error
            )
        except TryAgain as error:
            self._put_off(claimed, error)
        except Exception as error:  # noqa: BLE001 (whatever it was, it is a strike, and kept as one)
            self._fail(claimed, error)
        else:
            _log.log(_level(claimed), "job done", job=str(claimed.id), name=claimed.name)

    def _work(self, claimed: Claimed) -> Work:
        job = self._known[claimed.name]
        if not isinstance(job, Carriage):
            return job
        return job.carried(self._outside, council=claimed.council, subject=claimed.subject)

    def _put_off(self, claimed: Claimed, error: TryAgain) -> None:
        _log.warning("job put off", job=str(claimed.id), name=claimed.name, key=error.key)
        with self._outside.database.session(claimed.council) as session:
            jobs.put_off(session, claimed)

    def _fail(self, claimed: Claimed, error: Exception) -> None:
        _log.error("job failed", job=str(claimed.id), name=claimed.name, exc_info=error)
        with self._outside.database.session(claimed.council) as session:
            jobs.fail(session, claimed, reason_of(error))


def _level(claimed: Claimed) -> int:
    """Keep what comes every minute out of the logs."""
    return logging.DEBUG if claimed.every else logging.INFO


def reason_of(error: Exception) -> str:
    """Name an error without its words, which may be personal."""
    name = type(error).__name__
    return f"{name}: {error.key}" if isinstance(error, HubError) else name
