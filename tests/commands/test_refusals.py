import re
import shutil
import socket
import sqlite3
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from click.testing import Result
from sqlalchemy import make_url

from hub import settings
from tests.commands.conftest import Hub

OTHERS = ("migrate", "account", "verify", "seal", "serve", "relay", "worker")


def demand_one_sentence(result: Result, code: int, *words: str) -> None:
    said = result.stderr.strip()
    assert result.exit_code == code, result.output
    assert len(said.splitlines()) == 1
    assert said.startswith("hub: ")
    assert "Traceback" not in result.output
    for word in words:
        assert word in said


@pytest.mark.parametrize("name", OTHERS)
def test_a_folder_that_takes_nothing_is_refused_by_every_command(hub: Hub, name: str) -> None:
    result = hub(name, HUB_DATA="/proc/hub")

    demand_one_sentence(result, 73, "/proc/hub", "HUB_DATA")


def test_a_port_in_use_is_refused(hub: Hub) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])

        result = hub("serve", HUB_PORT=port)

    demand_one_sentence(result, 71, port, "HUB_PORT")


def test_a_folder_in_which_another_hub_works_is_refused(hub: Hub, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    with settings.alone(folder):
        result = hub("serve", HUB_PORT="0")

    demand_one_sentence(result, 71, str(folder))


@pytest.mark.parametrize("name", ["account", "verify", "seal"])
def test_a_database_that_was_not_migrated_is_refused(hub: Hub, name: str) -> None:
    demand_one_sentence(hub(name), 69, "hub migrate")


@pytest.mark.parametrize("name", OTHERS[:-2])
def test_a_database_of_a_newer_program_is_refused(hub: Hub, tmp_path: Path, name: str) -> None:
    hub("migrate")
    with closing(sqlite3.connect(tmp_path / "data" / "hub.sqlite")) as line, line:
        line.execute("UPDATE alembic_version SET version_num = '9999'")

    result = hub(name, HUB_PORT="0")

    demand_one_sentence(result, 69, "newer")


@pytest.mark.parametrize("target", ["0099", "nonsense", "-1", "0001:0002"])
def test_a_version_that_nobody_wrote_is_refused(hub: Hub, target: str) -> None:
    hub("migrate")

    result = hub("migrate", f"--to={target}")

    demand_one_sentence(result, 69, target, "0001")


def test_a_version_that_is_newer_than_the_database_is_no_way_back(hub: Hub) -> None:
    hub("migrate")
    hub("migrate", "--to", "0001")

    result = hub("migrate", "--to", "0002")

    demand_one_sentence(result, 69, "0002", "hub migrate")


def test_going_back_to_where_the_database_is_changes_nothing(hub: Hub) -> None:
    hub("migrate")
    hub("migrate", "--to", "0002")

    result = hub("migrate", "--to", "0002")

    assert result.exit_code == 0


def test_a_database_that_cannot_be_reached_is_refused(hub: Hub) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

    url = f"postgresql://hub:hidden-word@127.0.0.1:{port}/hub"
    result = hub("serve", HUB_PORT="0", HUB_DATABASE_URL=url)

    demand_one_sentence(result, 69, str(port))
    assert "hidden-word" not in result.output


def test_a_database_that_may_lose_commits_is_refused(hub: Hub, postgres_url: str) -> None:
    name = make_url(postgres_url).database
    with psycopg.connect(postgres_url, autocommit=True) as line:
        line.execute(f'ALTER DATABASE "{name}" SET synchronous_commit = off'.encode())

    result = hub("serve", HUB_PORT="0", HUB_DATABASE_URL=postgres_url)

    demand_one_sentence(result, 69, "synchronous_commit")


def test_sqlite_with_redis_is_refused(hub: Hub) -> None:
    result = hub("serve", HUB_REDIS_URL="redis://127.0.0.1/0")

    demand_one_sentence(result, 78, "HUB_REDIS_URL", "PostgreSQL")


def test_production_without_its_secrets_is_refused(hub: Hub) -> None:
    demand_one_sentence(hub("serve", HUB_PRODUCTION="yes"), 78, "HUB_SECRET")


@pytest.mark.parametrize("name", ["relay", "worker"])
def test_a_relay_or_worker_without_a_broker_is_refused(hub: Hub, name: str) -> None:
    demand_one_sentence(hub(name), 78, "HUB_REDIS_URL", "hub serve")


@pytest.mark.parametrize("name", ["check", "serve"])
def test_a_mistake_in_a_service_is_named_with_file_line_key_and_remedy(
    hub: Hub, tmp_path: Path, templates: Path, name: str
) -> None:
    copy = tmp_path / "templates"
    shutil.copytree(templates, copy)
    file = copy / "services" / "missed-bin.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if "kind: " in line)
    lines[at] = lines[at].replace("kind: ", "kind: un")
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")

    result = hub(name, HUB_PORT="0", HUB_TEMPLATES=str(copy))

    assert result.exit_code == 65
    assert f"services/missed-bin.yaml:{at + 1}: " in result.stderr
    assert "kind" in result.stderr
    assert "Traceback" not in result.output


@pytest.mark.parametrize("name", ["check", "serve"])
def test_a_council_whose_name_fits_on_no_letter_is_refused_before_there_is_one(
    hub: Hub, tmp_path: Path, templates: Path, name: str
) -> None:
    copy = tmp_path / "templates"
    shutil.copytree(templates, copy)
    file = copy / "councils" / "aberwen" / "council.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("name:"))
    lines[at] = f"name: {{en: {'Aberwen ' * 40}, cy: Aberwen}}"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")

    result = hub(name, HUB_PORT="0", HUB_TEMPLATES=str(copy))

    assert result.exit_code == 65
    assert "councils/aberwen/council.yaml" in result.stderr
    assert "Traceback" not in result.output


def test_checking_the_files_writes_nothing(hub: Hub, tmp_path: Path) -> None:
    result = hub("check")

    assert (result.exit_code, result.output.splitlines()[-1]) == (0, "No mistakes.")
    assert not (tmp_path / "data").exists()


def test_texts_from_one_number_for_two_councils_are_refused(
    hub: Hub, tmp_path: Path, templates: Path
) -> None:
    copy = tmp_path / "templates"
    shutil.copytree(templates, copy)
    other = copy / "councils" / "borth"
    other.mkdir()
    written = (copy / "councils" / "aberwen" / "council.yaml").read_text(encoding="utf-8")
    hosts = re.sub(r"^hosts:.*$", "hosts: [borth.example]", written, flags=re.MULTILINE)
    told = re.sub(r"^council:.*$", "council: borth", hosts, flags=re.MULTILINE)
    (other / "council.yaml").write_text(told, encoding="utf-8")
    twilio = {
        "HUB_TWILIO_ACCOUNT": f"AC{'0' * 32}",
        "HUB_TWILIO_TOKEN": "word",
        "HUB_TWILIO_FROM": "+447700900982",
    }

    result = hub("serve", HUB_PORT="0", HUB_TEMPLATES=str(copy), **twilio)

    demand_one_sentence(result, 78, "HUB_TWILIO_ACCOUNT", "has 2")
