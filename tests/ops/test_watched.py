import json
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest
from werkzeug.test import Client, TestResponse

from channels.ops import Trust, Watched
from channels.ops.readiness import Found, Readiness
from hub.store import Database, jobs
from hub.store.jobs import Follows
from tests.builders.requests import a_case
from tests.provision.time_and_chance import SettableClock

FOLLOWS = {"CaseOpened": (Follows("route_case", "routing"),)}


def doors(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
    if environ["PATH_INFO"] == "/fall":
        raise ZeroDivisionError
    start("404 Not Found", [("Content-Type", "text/plain")])
    return [b"nobody here"]


def a_watch(
    database: Database,
    folder: Path,
    *,
    token: str | None = None,
    is_production: bool = False,
    kept_seconds: float = 0,
) -> Client:
    trust = Trust(token, is_production)
    watched = Watched(
        doors, database=database, folder=folder, trust=trust, kept_seconds=kept_seconds
    )
    return Client(watched)


@pytest.fixture
def watched(database: Database, tmp_path: Path) -> Client:
    return a_watch(database, tmp_path)


def measures(client: Client) -> str:
    return get(client, "/metrics").get_data(as_text=True)


def get(client: Client, path: str, **headers: str) -> TestResponse:
    return client.get(path, environ_base={"REMOTE_ADDR": "127.0.0.1"}, headers=headers)


def test_it_says_that_it_is_alive_and_asks_nobody(watched: Client, database: Database) -> None:
    lose(database, "outbox")

    assert get(watched, "/healthz").status_code == 200


def test_every_other_address_is_for_the_doors(watched: Client) -> None:
    answer = get(watched, "/healthz/")

    assert (answer.status_code, answer.get_data()) == (404, b"nobody here")


def test_it_is_ready_when_requests_can_be_stored(watched: Client) -> None:
    answer = get(watched, "/readyz")

    assert answer.status_code == 200
    assert answer.get_json() == {"status": "ready", "stuck": []}


def test_the_trial_leaves_nothing_behind(watched: Client, database: Database) -> None:
    get(watched, "/readyz")

    with database.reading_all() as session:
        assert jobs.oldest_open(session) is None


def test_it_is_not_ready_when_requests_cannot_be_stored(
    watched: Client, database: Database
) -> None:
    lose(database, "outbox")

    answer = get(watched, "/readyz")

    assert answer.status_code == 503
    assert json.loads(answer.get_data())["status"] == "away"


def test_stuck_work_turns_it_amber_and_names_what_is_stuck(
    watched: Client, database: Database, clock: SettableClock
) -> None:
    with database.session("aberwen") as session:
        a_case(session)
    clock.move(minutes=6)

    answer = get(watched, "/readyz")

    told = answer.get_json()
    assert (answer.status_code, told["status"]) == (200, "amber")
    assert {(each["what"], each["name"]) for each in told["stuck"]} == {
        ("event", "CaseOpened"),
        ("history", "CaseOpened"),
    }


def test_a_held_job_turns_it_amber_at_once(watched: Client, database: Database) -> None:
    hold_one(database)

    (stuck,) = get(watched, "/readyz").get_json()["stuck"]

    assert (stuck["what"], stuck["name"], stuck["reason"]) == ("held", "route_case", "UnknownCase")


def test_nothing_personal_is_told(watched: Client, database: Database) -> None:
    with database.session("aberwen") as session:
        a_case(session)

    told = measures(watched) + get(watched, "/readyz").get_data(as_text=True)

    assert "Jones" not in told
    assert "Stryd" not in told


def test_what_came_in_and_what_waits_is_counted(
    watched: Client, database: Database, clock: SettableClock
) -> None:
    with database.session("aberwen") as session:
        a_case(session)
    clock.move(seconds=42)

    told = measures(watched)

    assert 'hub_arrivals_total{channel="web",outcome="opened"} 1.0' in told
    assert "hub_outbox_oldest_open_seconds 42.0" in told
    assert "hub_database_up 1.0" in told


def test_held_jobs_are_counted(watched: Client, database: Database) -> None:
    hold_one(database)

    told = measures(watched)

    assert "hub_jobs_held 1.0" in told
    assert 'hub_jobs{queue="routing",state="held"} 1.0' in told


def test_answers_of_the_doors_are_measured_without_their_addresses(watched: Client) -> None:
    get(watched, "/r/12345678901")
    with pytest.raises(ZeroDivisionError):
        get(watched, "/fall")

    told = measures(watched)

    counted = 'hub_http_request_duration_seconds_count{method="GET",route="none",status="'
    assert f'{counted}404"}} 1.0' in told
    assert f'{counted}500"}} 1.0' in told
    assert "12345678901" not in told


def test_without_the_database_the_figures_say_so(watched: Client, database: Database) -> None:
    lose(database, "jobs")

    assert "hub_database_up 0.0" in measures(watched)


def test_without_a_word_to_bring_only_this_machine_may_read_the_figures(watched: Client) -> None:
    from_afar = watched.get("/metrics", environ_base={"REMOTE_ADDR": "198.51.100.7"})
    through_a_proxy = get(watched, "/metrics", **{"X-Forwarded-For": "198.51.100.7"})

    assert from_afar.status_code == 401
    assert through_a_proxy.status_code == 401


def test_whoever_brings_the_word_may_read_the_figures(database: Database, tmp_path: Path) -> None:
    client = a_watch(database, tmp_path, token="sesame")

    wrong = get(client, "/metrics", Authorization="Bearer other")
    right = client.get("/metrics", headers={"Authorization": "Bearer sesame"})

    assert (wrong.status_code, right.status_code) == (401, 200)


def test_in_production_nobody_reads_the_figures_without_a_word(
    database: Database, tmp_path: Path
) -> None:
    client = a_watch(database, tmp_path, is_production=True)

    assert get(client, "/metrics").status_code == 401


def test_a_stranger_is_told_the_status_and_no_more(watched: Client, database: Database) -> None:
    hold_one(database)

    told = watched.get("/readyz", environ_base={"REMOTE_ADDR": "198.51.100.7"}).get_json()

    assert told == {"status": "amber"}


def test_in_production_this_machine_is_told_no_more_than_a_stranger(
    database: Database, tmp_path: Path
) -> None:
    client = a_watch(database, tmp_path, is_production=True)
    hold_one(database)

    assert get(client, "/readyz").get_json() == {"status": "amber"}


def test_a_stranger_is_not_told_why_nothing_can_be_stored(
    database: Database, tmp_path: Path
) -> None:
    client = a_watch(database, tmp_path, is_production=True)
    lose(database, "outbox")

    assert get(client, "/readyz").get_json() == {"status": "away"}


def test_whoever_brings_the_word_is_told_what_is_stuck(database: Database, tmp_path: Path) -> None:
    client = a_watch(database, tmp_path, token="sesame", is_production=True)
    hold_one(database)

    told = client.get("/readyz", headers={"Authorization": "Bearer sesame"}).get_json()

    assert [each["reason"] for each in told["stuck"]] == ["UnknownCase"]


def test_asking_again_and_again_costs_one_look_a_while(database: Database, tmp_path: Path) -> None:
    client = a_watch(database, tmp_path, kept_seconds=60)
    before = get(client, "/readyz").status_code
    lose(database, "outbox")

    assert (before, get(client, "/readyz").status_code) == (200, 200)


def test_while_one_looks_the_others_are_told_what_was_known(
    database: Database, tmp_path: Path
) -> None:
    readiness = SlowReadiness(database, tmp_path, kept_seconds=0)
    readiness.found()
    readiness.is_slow = True
    looking = Thread(target=readiness.found)
    looking.start()
    readiness.begun.wait(5)

    told = readiness.found()

    readiness.may_end.set()
    looking.join(5)
    assert told.status == "ready"


class SlowReadiness(Readiness):
    """A look at a database that takes its time."""

    is_slow = False

    def __init__(self, database: Database, folder: Path, *, kept_seconds: float) -> None:
        super().__init__(database, folder, kept_seconds=kept_seconds)
        self.begun = Event()
        self.may_end = Event()

    def _look(self) -> Found:
        if self.is_slow:
            self.begun.set()
            self.may_end.wait(5)
        return super()._look()


def hold_one(database: Database) -> None:
    with database.session("aberwen") as session:
        a_case(session)
    with database.all_councils() as session:
        jobs.expand(session, FOLLOWS)
        (ready,) = jobs.publish(session)
    claimed = jobs.claim(database, ready.id, known={"route_case"}, lease=60)
    assert claimed is not None
    with database.session("aberwen") as session:
        jobs.hold(session, claimed, "UnknownCase")


def lose(database: Database, table: str) -> None:
    with database.engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF" if database.is_sqlite else "SELECT 1")
        connection.exec_driver_sql(f"ALTER TABLE {table} RENAME TO lost")


def test_limits_are_by_what_it_is(
    watched: Client, database: Database, clock: SettableClock
) -> None:
    with database.session("aberwen") as session:
        a_case(session)
    clock.moment += timedelta(minutes=4)

    assert get(watched, "/readyz").get_json()["status"] == "ready"
