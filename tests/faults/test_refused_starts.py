"""Refused at start, as real programs meet it; tests/commands has the rest."""

import socket
import subprocess
from pathlib import Path

import psycopg
import pytest

from tests.provision.installation import Install, Installation
from tests.provision.postgres import PostgresServer
from tests.provision.programs import wait_until

_LONGEST = 300


def test_a_port_in_use_is_refused(install: Install) -> None:
    here = install()
    with socket.create_server(("127.0.0.1", here.port)):
        assert _refused(here) == (
            71,
            f"Port {here.port} is in use: stop the other program, or set HUB_PORT.",
        )


def test_a_second_hub_on_the_same_folder_is_refused_and_the_first_goes_on(
    install: Install,
) -> None:
    first, second = install(), install()
    first.serve()
    second.more["HUB_DATA"] = str(first.data)

    code, said = _refused(second)

    assert code == 71
    assert str(first.data) in said
    assert first.status("/readyz") == 200


def test_a_data_folder_that_cannot_be_written_to_is_refused(
    install: Install, tmp_path: Path
) -> None:
    in_the_way = tmp_path / "in-the-way"
    in_the_way.write_text("not a folder")
    here = install(HUB_DATA=str(in_the_way))

    code, said = _refused(here)

    assert code == 73
    assert said.startswith(f"The folder {in_the_way} cannot be written to")


def test_a_database_that_is_no_database_is_refused(install: Install) -> None:
    here = install()
    here.data.mkdir()
    (here.data / "hub.sqlite").write_text("this is no database, and it is long enough" * 100)

    code, said = _refused(here)

    assert code == 69
    assert "hub.sqlite" in said


@pytest.mark.parametrize("setting", ["fsync", "full_page_writes"])
def test_a_postgresql_that_may_lose_a_commit_is_refused(
    install: Install, postgres_url: str, postgres_server: PostgresServer, setting: str
) -> None:
    here = install(postgres_url)
    try:
        _set(postgres_server, setting, "off")

        code, said = _refused(here)
    finally:
        _set(postgres_server, setting, "on")

    assert code == 69
    assert f"{setting}=off" in said


def test_a_refusal_leaves_the_port_and_the_folder_free(install: Install) -> None:
    here = install(HUB_PRODUCTION="yes")
    _refused(here)
    here.more.clear()

    web = here.serve()

    assert web.stop() == 0
    wait_until(lambda: here.status("/healthz") == 0, what="silence", seconds=5)


def _run(here: Installation, command: str = "serve") -> "subprocess.CompletedProcess[str]":
    return here.command(command, patience=60)


def _refused(here: Installation, command: str = "serve") -> tuple[int, str]:
    """Give the exit code and the one sentence with which a command is refused."""
    refused = _run(here, command)
    said = refused.stderr.strip()
    assert "Traceback" not in said
    assert said.startswith("hub: "), said
    assert "\n" not in said, said
    assert len(said) < _LONGEST
    return refused.returncode, said.removeprefix("hub: ")


def _set(server: PostgresServer, setting: str, value: str) -> None:
    with psycopg.connect(server.of("postgres"), autocommit=True) as line:
        line.execute(f"ALTER SYSTEM SET {setting} = {value}")
        line.execute("SELECT pg_reload_conf()")
    wait_until(lambda: _shown(server, setting) == value, what=setting, seconds=10)


def _shown(server: PostgresServer, setting: str) -> str:
    with psycopg.connect(server.of("postgres")) as line:
        row = line.execute("SELECT current_setting(%s)", (setting,)).fetchone()
    return str(row[0]) if row else ""
