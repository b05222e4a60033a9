"""The compose file and the image start what the code has: its commands, queues, settings, port."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import main
from hub import settings
from tests.house import source
from tests.provision import compose
from tests.provision.house import HOUSE
from workers.jobs import queues

_DOCKERFILE = (HOUSE / "Dockerfile").read_text(encoding="utf-8")
_OURS = [service for service in compose.services() if service.is_ours]


@pytest.mark.parametrize("file", [compose.FILE, compose.TEXTS], ids=lambda file: file.name)
def test_each_compose_file_is_one_by_its_schema(file: Path) -> None:
    checked = subprocess.run(
        [
            str(Path(sys.executable).with_name("check-jsonschema")),
            "--builtin-schema=vendor.compose-spec",
            str(file),
        ],
        check=False,
        capture_output=True,
        text=True,
    )

    assert checked.returncode == 0, checked.stdout


def test_every_queue_has_a_worker_and_every_worker_a_queue() -> None:
    worked = [
        word.removeprefix("--queue=")
        for service in _OURS
        for word in service.words
        if word.startswith("--queue=")
    ]

    assert sorted(worked) == sorted(queues())
    assert [s.name for s in _OURS if s.name.startswith("worker-")] == [
        f"worker-{q}" for q in worked
    ]


def test_every_command_of_the_file_is_one_of_the_hub() -> None:
    asked = {service.words[1] for service in _OURS if service.words[0] == "hub"}

    assert asked == {"migrate", "relay", "worker"}
    source.none_of(asked - set(main.command.commands), "the hub has no such command")


def test_production_has_all_that_it_demands() -> None:
    for service in _OURS:
        told = {
            name: "/dev/null" if name.endswith("_FILE") else _filled(value)
            for name, value in service.environ.items()
        }
        secrets = {f"HUB_{name.upper()}_FILE" for name in service.secrets}
        given = {
            name.removesuffix("_FILE"): "a secret of thirty-two letters or more" for name in secrets
        }
        given["HUB_DATABASE_URL"] = "postgresql://hub@database/hub"
        given["HUB_SMTP_URL"] = "smtps://mail.aberwen.example"

        read = settings.read({n: v for n, v in told.items() if not n.endswith("_FILE")} | given)

        assert read.production
        assert {name for name in told if name.endswith("_FILE")} == secrets


def test_every_program_that_serves_sends_texts_with_the_file_for_them() -> None:
    added, secrets = compose.texts()
    account = {"HUB_TWILIO_ACCOUNT": f"AC{'0' * 32}", "HUB_TWILIO_FROM": "+447700900982"}

    for told in added.values():
        filled = {name: account.get(name, _filled(value)) for name, value in told.items()}
        file = Path(filled.pop("HUB_TWILIO_TOKEN_FILE"))
        read = settings.read({**filled, "HUB_TWILIO_TOKEN": "from the file"})

        assert read.texts is not None
        assert secrets == {file.name: f"./secrets/{file.name}"}
    assert set(added) == {service.name for service in _OURS} - {"migrate"}


def test_secrets_come_from_files_and_nothing_can_be_written_but_the_data() -> None:
    _, secrets = compose.volumes_and_secrets()

    assert all(service.read_only for service in _OURS)
    assert all(file == f"./secrets/{name}" for name, file in secrets.items())
    assert {name for service in compose.services() for name in service.secrets} == set(secrets)


def test_the_image_holds_all_that_the_hub_is_made_of() -> None:
    copied = set(re.findall(r"^COPY ([a-z]+) \1$", _DOCKERFILE, re.MULTILINE))
    let_in = set(re.findall(r"^!(\S+)$", (HOUSE / ".dockerignore").read_text(), re.MULTILINE))

    assert copied == {"hub", "channels", "workers", "templates"}
    assert copied <= let_in
    assert {"main.py", "pyproject.toml", "requirements.in", "requirements.txt"} <= let_in


def test_the_image_is_not_root_and_is_asked_for_its_health_where_it_answers() -> None:
    port = settings.read({}).port

    assert re.search(r"^USER [1-9][0-9]*$", _DOCKERFILE, re.MULTILINE)
    assert f"HUB_PORT={port}" in _DOCKERFILE
    assert f"http://127.0.0.1:{port}/healthz" in _DOCKERFILE
    assert f"EXPOSE {port}" in _DOCKERFILE
    assert any(f"--bind=0.0.0.0:{port}" in service.words for service in _OURS)


def _filled(value: str) -> str:
    """Fill in what compose takes from the environment: its default, else an address."""
    return re.sub(
        r"\$\{[A-Z_]+(?::([-?])([^}]*))?\}",
        lambda found: found[2] if found[1] == "-" else "https://requests.aberwen.example",
        value,
    )
