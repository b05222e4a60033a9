import json
import re
from base64 import b64decode
from binascii import Error
from pathlib import Path

import pytest
import redis

from hub import store
from tests.migrations.rooms import import_every_room
from tests.provision.installation import Installation
from tests.provision.programs import wait_until
from tests.provision.resident import Resident
from tests.provision.visitor import Visitor

_MARK = "qwxvk"  # part of no word in Welsh or English, nor of anything that the hub makes
_UNPRINTABLE = "\u1320\u12a8"
_TOLD = {
    "for_whom": "me",
    "your_name": "Qwxvkname Qwxvkfamily",
    "email": "qwxvkmail@example.org",
    "answer_by": "letter",
    "assisted": "yes",
    "kept": "Qwxvkbehind the gate",
    "crew": "Qwxvkstory of a dog",
    "tag": "yes",
    "tag_says": "other",
    "tag_words": "Qwxvktag",
    "write_here": "yes",
    "letter_size": "18",
    "language": "cy",
}
_HOME = {
    "line1": "1 Qwxvkstreet",
    "line2": "Qwxvkvillage",
    "town": "Qwxvktown",
    "postcode": "LL99 9ZZ",
}
_ROWS = ("jobs", "outbox", "arrivals", "history", "service_versions", "v_outbox_open", "v_cases")
_VIEWS = ("v_arrivals", "v_messages", "v_letters")


@pytest.mark.promise("P16")
def test_nothing_personal_is_in_logs_addresses_jobs_or_redis(installation: Installation) -> None:
    web, *others = installation.start_all()
    wait_until(lambda: installation.status("/readyz") == 200, what="readiness", seconds=30)
    for other in others:
        wait_until(lambda: bool(other.family()), what="the start", seconds=10)  # noqa: B023 (called at once)
    visitor = Visitor(installation.url)
    seen: list[str] = []

    for other in others[1:]:  # with nobody at work, what is sent to Redis stays there to be read
        other.kill()
    for told in (_TOLD, {**_TOLD, "answer_by": "e-mail"}, _not_printable()):
        resident = Resident(visitor, told=told, address=_HOME)
        resident.submit()
    _go_astray(visitor)
    seen += _in_redis(installation)
    for other in others[1:]:
        other.start()
    wait_until(lambda: bool(installation.ledger.held()), what="a job that fails", seconds=90)
    wait_until(lambda: len(installation.ledger.undone()) == 1, what="all others", seconds=90)
    web.stop()

    seen += [f"address: {url}" for url in visitor.addresses]
    seen += [f"log: {line}" for line in installation.said().splitlines()]
    seen += _in_redis(installation)
    seen += [
        f"{table}: {row}"
        for table in (*_ROWS, *_VIEWS)
        for row in installation.ledger.rows(f"SELECT * FROM {table}")  # noqa: S608 (names of our own)
    ]
    seen += [f"name of a file: {file}" for file in _files(installation.data)]
    assert [line for line in seen if _MARK in line.lower() or _UNPRINTABLE in line] == []


def test_a_sent_request_leaves_no_answer_in_its_draft(installation: Installation) -> None:
    installation.start_all()

    Resident(Visitor(installation.url), told=_TOLD, address=_HOME).submit()

    (draft,) = installation.ledger.rows("SELECT answers FROM drafts")
    assert _MARK not in str(draft).lower()


@pytest.mark.promise("P16")
def test_what_was_erased_is_in_no_table_folder_log_or_broker(installation: Installation) -> None:
    programs = installation.start_all()
    visitor = Visitor(installation.url)
    shown = []
    for told in (_TOLD, {**_TOLD, "answer_by": "e-mail"}):
        resident = Resident(visitor, told=told, address=_HOME)
        shown.append(resident.submit())
    installation.settle()
    import_every_room()
    planted = _everywhere(installation)

    erased = [
        installation.command("erase", one, "--because=they asked", "--close") for one in shown
    ]
    wait_until(lambda: _papers(installation) == [], what="the papers to go", seconds=150)
    installation.settle()
    for program in programs:
        program.stop()

    assert [one.returncode for one in erased] == [0, 0], erased
    assert len(planted) > 10
    assert _everywhere(installation) == []
    for command in ("account", "verify"):
        found = installation.command(command)
        assert found.returncode == 0, found.stderr


def _papers(installation: Installation) -> list[Path]:
    folders = [installation.data / name for name in ("documents", "mail", "print")]
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    return [file for file in files if file.name != "manifest.csv"]


def _everywhere(installation: Installation) -> list[str]:
    """Name all that holds the mark: rows of every table, files of every kind, logs, the broker."""
    seen = [f"log: {line}" for line in installation.said().splitlines()]
    seen += _in_redis(installation)
    seen += [
        f"{table}: {row}"
        for table in store.Base.metadata.tables
        for row in installation.ledger.rows(f"SELECT * FROM {table}")  # noqa: S608 (names of our own)
    ]
    seen += [f"{file}: {_bytes(file)!r}" for file in installation.data.rglob("*")]
    return [line[:200] for line in seen if _MARK in line.lower()]


def _bytes(file: Path) -> bytes:
    return file.read_bytes() if file.is_file() else b""


def _not_printable() -> dict[str, str]:
    return {**_TOLD, "your_name": f"Qwxvkname {_UNPRINTABLE}"}


def _go_astray(visitor: Visitor) -> None:
    """Make every kind of page of refusal, each with something personal on the way to it."""
    start = visitor.get("/cy/report/missed-bin")
    page = visitor.post(start, start.forms[-1], {})
    form = page.forms[-1]
    wrong = [
        visitor.post(page, form, {"answer": "Qwxvkwrong"}),
        visitor.post(page, form, {"qwxvkfield": "Qwxvkwrong"}),
        visitor.post(page, form, {"answer": "Qwxvkwrong", "csrf_token": "qwxvktoken"}),
        visitor.post(page, form, {"answer": "Qwxvklong" * 500_000}),
        Visitor(visitor.base_url).post(page, form, {"answer": "Qwxvkstranger"}),
    ]
    assert all(400 <= refusal.status < 500 for refusal in wrong)
    track = visitor.get("/cy/track")
    lost = visitor.post(track, track.forms[-1], {"reference": "12345678901", "fact": "Qwxvkfact"})
    assert lost.status in {200, 422}


def _in_redis(installation: Installation) -> list[str]:
    """Give everything that Redis holds, unwrapped."""
    if installation.redis_url is None:
        return []
    found = []
    with redis.Redis.from_url(installation.redis_url, decode_responses=True) as line:
        for key in line.scan_iter():
            kind = line.type(key)
            held = {
                "string": lambda key: [line.get(key)],
                "list": lambda key: line.lrange(key, 0, -1),
                "set": line.smembers,
                "zset": lambda key: line.zrange(key, 0, -1),
                "hash": lambda key: [text for pair in line.hgetall(key).items() for text in pair],
            }[kind](key)
            found += [f"redis {key}: {text} {_unwrapped(str(text))}" for text in held]
    return found


def _unwrapped(text: str) -> str:
    """Give what lies in the messages of a broker, which wraps it."""
    wrapped = re.findall(r'"body": ?"([A-Za-z0-9+/=]+)"', text)
    try:
        return json.dumps([b64decode(each).decode() for each in wrapped])
    except (Error, UnicodeError):
        return ""


def _files(folder: Path) -> list[str]:
    return [str(file.relative_to(folder)) for file in folder.rglob("*")]
