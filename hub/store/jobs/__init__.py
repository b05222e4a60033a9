"""Jobs: what follows from an event, done by whoever claims it first, and done once."""

from hub.store.jobs.asking import Stuck, counts, is_work_waiting, oldest_open, stuck
from hub.store.jobs.calling_off import call_off
from hub.store.jobs.claiming import Claimed, claim
from hub.store.jobs.ending import done, fail, put_off
from hub.store.jobs.expanding import Follows, expand, recur
from hub.store.jobs.forgetting import KEPT, forget
from hub.store.jobs.publishing import Ready, free_leases, publish, release
from hub.store.jobs.rows import STRIKES, Job, State

__all__ = [
    "KEPT",
    "STRIKES",
    "Claimed",
    "Follows",
    "Job",
    "Ready",
    "State",
    "Stuck",
    "call_off",
    "claim",
    "counts",
    "done",
    "expand",
    "fail",
    "forget",
    "free_leases",
    "is_work_waiting",
    "oldest_open",
    "publish",
    "put_off",
    "recur",
    "release",
    "stuck",
]
