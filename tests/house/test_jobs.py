"""The two tables of workers/jobs.py: no event without its row, no job without its queue."""

import importlib
import pkgutil

import hub
from hub.store import Event
from tests.house import source
from tests.provision.house import HOUSE
from workers import jobs


def test_every_event_has_its_row() -> None:
    for module in pkgutil.walk_packages(hub.__path__, "hub."):
        if ".migrations." not in module.name:
            importlib.import_module(module.name)
    events = {event.name() for event in Event.__subclasses__() if event.__module__[:4] == "hub."}

    source.none_of(
        events - set(jobs.FOLLOWS), "write its row into workers/jobs.py, even an empty one"
    )
    source.none_of(set(jobs.FOLLOWS) - events, "there is no such event")


def test_every_job_is_known_and_waits_in_a_queue() -> None:
    wanted = {name for names in jobs.FOLLOWS.values() for name in names} | set(jobs.EVERY)

    source.none_of(wanted - set(jobs.JOBS), "there is no such job")
    source.none_of(set(jobs.JOBS) - wanted, "nothing leads to this job")
    assert set(jobs.QUEUES) == set(jobs.JOBS)


def test_every_queue_has_a_worker() -> None:
    assert set(jobs.queues()) == set(jobs.QUEUES.values())


def test_a_job_is_one_call_into_the_hub() -> None:
    long = [
        job.name
        for room in ("doing", "keeping")
        for job in source.functions(HOUSE / "workers" / f"{room}.py")
        if job.name in jobs.JOBS and len(job.body) > len(("its docstring", "a name", "one call"))
    ]

    source.none_of(long, "this belongs in the hub")
