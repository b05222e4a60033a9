"""All that the compose file starts, started here by its own words."""

import os
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.provision import compose, missing
from tests.provision.compose import Service
from tests.provision.house import HOUSE
from tests.provision.installation import Install, Installation, free_port
from tests.provision.programs import Program, wait_until

_SECRET = "a secret of an installation, long enough"


@pytest.fixture
def composed(install: Install, empty_postgres_url: str, tmp_path: Path) -> Iterator[Installation]:
    """Give the installation of the file, with every program of it started."""
    broker_port = free_port()
    redis_url = f"redis://127.0.0.1:{broker_port}/0"
    here = install(empty_postgres_url, redis_url, HUB_DATA=str(tmp_path / "hub"))
    told = {service.name: service for service in compose.services()}
    _start_broker(here, told.pop("broker"), broker_port)
    told.pop("database")  # a real PostgreSQL of the same version is there already
    migrate = _start(here, told.pop("migrate"))
    assert migrate.ended(patience=60) == 0, here.said()
    for service in told.values():
        _start(here, service)
    wait_until(lambda: here.status("/readyz") == 200, what="the web", seconds=40)
    yield here
    here.kill()


def _start(here: Installation, service: Service) -> Program:
    words = [re.sub(r":8000$", f":{here.port}", word) for word in service.words]
    program = Program(
        [missing.program(str(_beside_python(words[0])), setting="", remedy="make"), *words[1:]],
        {**os.environ, **_environ(here, service), "PYTHONPATH": str(HOUSE)},
        here.log,
        HOUSE,
    )
    here.programs.append(program)
    return program


def _start_broker(here: Installation, service: Service, port: int) -> None:
    folder = here.folder / "broker"
    folder.mkdir()
    server = missing.program("redis-server", setting="HUB_TEST_REDIS_SERVER", remedy="apt")
    own = ["--port", str(port), "--bind", "127.0.0.1", "--dir", str(folder), "--save", ""]
    words = [server, *service.words[1:], *own]
    here.programs.append(Program(words, dict(os.environ), here.log, folder))


def _environ(here: Installation, service: Service) -> dict[str, str]:
    """Give the settings of the file, with this machine's places where it names its own."""
    ours = {
        "HUB_PUBLIC_URL": "https://localhost",
        "HUB_DATA": str(here.data),
        "HUB_REDIS_URL": str(here.redis_url),
        "HUB_TRUSTED_PROXIES": "1",
    }
    secrets = {"database_url": here.database_url, "secret": _SECRET, "metrics_token": "word"}
    secrets["smtp_url"] = "smtp://127.0.0.1:9"
    for name in service.secrets:
        file = here.folder / name
        file.write_text(secrets[name])
        ours[f"HUB_{name.upper()}_FILE"] = str(file)
    assert ours.keys() <= service.environ.keys()
    return {**service.environ, **ours}


def _beside_python(program: str) -> Path:
    found = Path(sys.executable).with_name(program)
    assert found.exists() or shutil.which(program), program
    return found
