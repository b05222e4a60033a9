import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
import redis
from playwright.sync_api import Page

from tests.provision import missing, promises
from tests.provision.browser import OpenPage
from tests.provision.golden import Golden
from tests.provision.redis import RedisServer
from tests.provision.sizes import Size
from tests.provision.time_and_chance import SeededChance, SettableClock

_ASKED = "<!doctype html><html lang='en'><title>Ask</title><main><h1>Ask</h1>{}</main></html>"


def test_every_test_of_a_size_has_a_migrated_database_of_its_own(
    size: Size, database_url: str
) -> None:
    if size is Size.LAPTOP:
        with closing(sqlite3.connect(database_url.removeprefix("sqlite:///"))) as connection:
            tables = connection.execute("SELECT name FROM sqlite_master").fetchall()
    else:
        with psycopg.connect(database_url) as line:
            tables = line.execute("SELECT tablename FROM pg_tables").fetchall()

    assert ("jobs",) in tables


def test_our_postgresql_keeps_what_it_is_told(postgres_url: str) -> None:
    with psycopg.connect(postgres_url) as connection:
        fsync = connection.execute("SHOW fsync").fetchone()

    assert fsync == ("on",)


def test_a_redis_that_was_stopped_comes_back_empty_at_the_same_address(
    own_redis: RedisServer,
) -> None:
    url = own_redis.url
    with redis.Redis.from_url(url) as client:
        client.set("queue", "1")

        own_redis.stop()
        own_redis.start()

        assert own_redis.url == url
        assert client.exists("queue") == 0


def test_each_test_finds_the_redis_empty(redis_url: str) -> None:
    with redis.Redis.from_url(redis_url) as client:
        assert client.dbsize() == 0


def test_a_page_that_shuts_nobody_out_passes(page: Page, axe: Callable[[Page], None]) -> None:
    page.set_content(_ASKED.format("<label>Your name <input autocomplete='name'></label>"))

    axe(page)


def test_a_field_without_a_label_is_found(page: Page, axe: Callable[[Page], None]) -> None:
    page.set_content(_ASKED.format("<input>"))

    with pytest.raises(AssertionError, match="label: Form elements must have labels"):
        axe(page)


def test_a_visitor_without_scripts_can_be_had(open_page: OpenPage) -> None:
    page = open_page(width=1280, scripts=False)

    page.set_content(_ASKED.format("<noscript>plain</noscript><script>document.title=1</script>"))

    assert page.inner_text("main").split() == ["Ask", "plain"]


def test_what_is_missing_fails_with_one_line_that_says_what_to_do() -> None:
    with pytest.raises(pytest.fail.Exception) as told:
        missing.program("no-such-thing", setting="HUB_TEST_NONE", remedy="apt-get install it")

    assert str(told.value) == (
        "no-such-thing is missing: apt-get install it, or say in HUB_TEST_NONE where it is."
    )


def test_the_clock_moves_only_when_it_is_moved(clock: SettableClock) -> None:
    before = clock()

    clock.move(days=1, hours=1)

    assert (clock.now() - before).total_seconds() == 25 * 3600
    assert before == datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def test_chance_is_the_same_again_and_its_ids_sort_by_when_they_were_made() -> None:
    once, again = SeededChance(), SeededChance()

    ids = [once.uuid() for _ in range(100)]

    assert ids == [again.uuid() for _ in range(100)]
    assert ids == sorted(ids)
    assert {one.version for one in ids} == {7}


def test_a_golden_file_is_compared_and_only_written_when_asked(tmp_path: Path) -> None:
    Golden(tmp_path, is_writing=True).check("letter.txt", "Dear Mrs Ŵyn")

    Golden(tmp_path, is_writing=False).check("letter.txt", "Dear Mrs Ŵyn")
    with pytest.raises(AssertionError, match="make golden"):
        Golden(tmp_path, is_writing=False).check("letter.txt", "Dear Mr Ŵyn")


def test_a_proof_is_written_in_its_own_row_and_in_no_other() -> None:
    table = "| P1 | every arrival | 0 lost | not proved yet |\n| P12 | x | y | not proved yet |\n"

    proved = promises.written(table, promise="P1", proof="2026-11-23 · abc1234 · 200 kills")

    assert proved == (
        "| P1 | every arrival | 0 lost | 2026-11-23 · abc1234 · 200 kills |\n"
        "| P12 | x | y | not proved yet |\n"
    )
