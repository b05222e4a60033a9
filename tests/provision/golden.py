"""Golden files: what was derived once and looked at, compared to the byte ever after."""

from pathlib import Path

import pytest

from tests.provision.house import HOUSE


class Golden:
    """The golden files; with `--golden` they are written anew instead of compared."""

    def __init__(self, folder: Path, *, is_writing: bool) -> None:
        self.folder = folder
        self.is_writing = is_writing

    def check(self, name: str, made: str | bytes) -> None:
        """Fail when `made` is not what the file `name` holds (a path below tests/golden)."""
        file = self.folder / name
        fresh = made.encode() if isinstance(made, str) else made
        if self.is_writing:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(fresh)
            return
        assert file.exists(), f"tests/golden/{name} is not there yet: make golden"
        assert _shown(fresh) == _shown(file.read_bytes()), f"{name} has changed: make golden"


@pytest.fixture(scope="session")
def golden(request: pytest.FixtureRequest) -> Golden:
    """Give the golden files."""
    return Golden(HOUSE / "tests" / "golden", is_writing=request.config.getoption("--golden"))


def _shown(content: bytes) -> list[str] | bytes:
    """Give text as lines, so that the difference can be read."""
    try:
        return content.decode().split("\n")
    except UnicodeDecodeError:
        return content
