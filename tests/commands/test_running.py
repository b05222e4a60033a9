import signal
from pathlib import Path

from redis import Redis

from hub.interview import Given
from tests.builders.requests import asked_of_running
from tests.provision.house import HOUSE
from tests.provision.installation import Install, Installation, hub_program
from tests.provision.programs import Program, wait_until
from tests.provision.sizes import Size

MEGABYTES = 1_000_000
PATIENCE = 60  # seconds; a worker asks its broker once more before it stops
PERSONAL = ("Jones", "Stryd y Bont", "LL99", "sian.example", "01632")


def ask(installation: Installation, external_id: str = "first", **said: Given) -> str:
    """Have a resident ask for something, and give the reference they were shown."""
    (reference,) = asked_of_running(installation.database_url, external_id, **said)
    return reference


def ask_by_email(installation: Installation) -> str:
    return ask(installation, "second", answer_by="e-mail", email="mair@sian.example")


def test_what_was_asked_becomes_a_letter_or_an_email_at_both_sizes(
    installation: Installation,
) -> None:
    installation.start_all()

    references = [ask(installation), ask_by_email(installation)]
    installation.settle()

    assert [line["reference"] for line in installation.ledger.manifest()] == references[:1]
    assert len(list((installation.data / "mail").glob("*.eml"))) == 1


def test_every_program_stops_cleanly_and_a_second_start_finds_everything(
    installation: Installation,
) -> None:
    running = installation.start_all()
    references = [ask(installation, "first")]
    installation.settle()
    codes = [program.stop(signal.SIGINT, patience=PATIENCE) for program in running]
    references.append(ask(installation, "second"))

    running = installation.start_all()
    installation.settle()
    codes += [program.stop(signal.SIGTERM, patience=PATIENCE) for program in running]

    assert set(codes) == {0}
    assert [line["reference"] for line in installation.ledger.manifest()] == references
    assert "Traceback" not in installation.said()


def test_a_program_that_was_killed_starts_again_at_once(install: Install) -> None:
    installation = install()
    running = installation.serve()

    running.kill()
    installation.start_again(running)

    assert installation.status("/healthz") == 200


def test_nothing_personal_is_said_in_logs_or_to_the_broker(
    installation: Installation, size: Size
) -> None:
    others = [installation.serve()]
    ask(installation)
    ask_by_email(installation)
    if size is Size.COUNCIL:
        others.append(installation.start("relay"))
        wait_until(lambda: bool(broker_says(installation)), what="ids in Redis", seconds=20)
        carried = broker_says(installation)
        others.append(installation.start("worker"))
    else:
        carried = ""
    installation.settle()

    said = installation.said() + carried + installation.fetch("/metrics")[1]
    assert "job done" in said
    assert not [word for word in PERSONAL if word in said]


def test_a_worker_works_on_its_own_queues_only(
    install: Install, postgres_url: str, redis_url: str
) -> None:
    installation = install(postgres_url, redis_url)
    ask(installation)
    installation.start("relay")
    installation.start("worker", "--queue", "routing", "--processes", "1")

    wait_until(lambda: "name=route_case" in installation.said(), what="routing", seconds=30)

    assert not installation.ledger.manifest()


def test_the_large_size_says_which_programs_do_the_work(
    install: Install, postgres_url: str, redis_url: str
) -> None:
    installation = install(postgres_url, redis_url)

    installation.serve()

    assert "hub relay" in installation.said()
    assert "hub worker" in installation.said()


def test_the_small_size_is_small(install: Install) -> None:
    installation = install()
    running = installation.serve()
    ask(installation)
    installation.settle()

    assert running.resident_bytes() < 200 * MEGABYTES


def test_gunicorn_serves_the_web_of_the_large_size(
    install: Install, postgres_url: str, redis_url: str
) -> None:
    installation = install(postgres_url, redis_url)
    gunicorn = Program(
        [
            str(Path(hub_program()).with_name("gunicorn")),
            f"--bind=127.0.0.1:{installation.port}",
            f"--chdir={HOUSE}",
            "main:web()",
        ],
        installation.environ,
        installation.log,
        installation.folder,
    )
    installation.programs.append(gunicorn)

    installation.wait_ready(gunicorn)

    assert installation.status("/en/") == 200
    assert gunicorn.stop() == 0


def test_gunicorn_ends_with_one_sentence_when_the_hub_cannot_start(
    install: Install, empty_postgres_url: str, redis_url: str
) -> None:
    installation = install(empty_postgres_url, redis_url)
    gunicorn = Program(
        [str(Path(hub_program()).with_name("gunicorn")), f"--chdir={HOUSE}", "main:web()"],
        installation.environ,
        installation.log,
        installation.folder,
    )
    installation.programs.append(gunicorn)

    assert gunicorn.ended(patience=30) == 3
    assert "hub: The database is of an older version: run `hub migrate`." in installation.said()
    assert "Traceback" not in installation.said()


def broker_says(installation: Installation) -> str:
    """Give all that Redis holds."""
    with Redis.from_url(str(installation.redis_url), decode_responses=True) as redis:
        kinds = {name: redis.type(name) for name in redis.scan_iter()}
        lists = (redis.lrange(name, 0, -1) for name, kind in kinds.items() if kind == "list")
        hashes = (redis.hgetall(name) for name, kind in kinds.items() if kind == "hash")
        return str([*lists, *hashes])
