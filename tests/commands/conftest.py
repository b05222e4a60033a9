"""What the tests of the command stand on: the command run in this process, and installations."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import main
from tests.builders.logs import kept_logs
from tests.provision.installation import install, installation

__all__ = ["hub", "install", "installation"]

Hub = Callable[..., Result]


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Hub]:
    """Give the command, run in this process with a folder of its own and these settings."""

    def run(*words: str, **told: str) -> Result:
        environ = {"HUB_DATA": str(tmp_path / "data"), **told}
        return CliRunner().invoke(main.command, words, env=environ)

    with kept_logs():
        yield run
