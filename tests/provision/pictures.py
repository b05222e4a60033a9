"""Pictures for people: each test run makes them in `var/pictures`, `make pictures` in the docs."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.provision.house import HOUSE


class Album:
    """Where the pictures of this run are kept."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def take(self, page: Page, name: str, *, whole: bool = True) -> Path:
        """Take a picture of a page, the whole of it or what is seen without scrolling."""
        file = self._place(name)
        page.screenshot(path=file, full_page=whole, animations="disabled", caret="hide")
        return file

    def keep(self, png: bytes, name: str) -> Path:
        """Keep a picture that was made otherwise, of a letter for example."""
        file = self._place(name)
        file.write_bytes(png)
        return file

    def _place(self, name: str) -> Path:
        file = self.folder / f"{name}.png"
        file.parent.mkdir(parents=True, exist_ok=True)
        return file


@pytest.fixture(scope="session")
def album(request: pytest.FixtureRequest) -> Album:
    """Give the album of this run."""
    in_docs = request.config.getoption("--pictures")
    return Album(HOUSE / ("docs" if in_docs else "var") / "pictures")
