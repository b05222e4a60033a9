"""The web door with two councils behind it, and a service that asks everything."""

import shutil
from collections.abc import Callable, Iterator
from itertools import takewhile
from pathlib import Path
from typing import Protocol

import pytest
from flask import Flask

from channels.app import make_app
from channels.pages import House, Limits
from hub import settings
from hub.catalogue import Catalogue
from hub.councils import Councils
from hub.store import Database, open_database
from hub.words import Words
from tests.provision.time_and_chance import SeededChance, SettableClock
from tests.web.answers import EVERYTHING
from tests.web.shown import served, show
from tests.web.visitor import Visitor, finish

__all__ = ["served", "show"]

_EVERYTHING = Path(__file__).parent / "everything.yaml"
_SECRET = "a secret of forty characters, for a test"
WIDE = Limits(all_pages="100000 per minute", sent="100000 per minute", looked_up="1000 per minute")
MakeHouse = Callable[..., House]


@pytest.fixture(scope="session")
def two_councils(templates: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give templates with a second council, Bryn, that speaks English only and asks everything."""
    copy = tmp_path_factory.mktemp("templates") / "templates"
    shutil.copytree(templates, copy)
    shutil.copy(_EVERYTHING, copy / "services" / "try-everything.yaml")
    aberwen = copy / "councils" / "aberwen" / "council.yaml"
    written = aberwen.read_text(encoding="utf-8")
    offering = written.replace("services: [", "services: [try-everything, ")
    aberwen.write_text(offering, encoding="utf-8")
    bryn = copy / "councils" / "bryn" / "council.yaml"
    bryn.parent.mkdir()
    bryn.write_text(
        written.replace("council: aberwen", "council: bryn")
        .replace("Aberwen County Council", "Bryn Borough Council")
        .replace("languages: [en, cy]", "languages: [en]")
        .replace("hosts: [localhost, 127.0.0.1]", "hosts: [bryn.example]"),
        encoding="utf-8",
    )
    return copy


@pytest.fixture(scope="session")
def rooms(two_councils: Path) -> tuple[Councils, Catalogue, Words]:
    """Read the councils, their services and all words once."""
    councils = Councils.read(two_councils / "councils")
    return councils, Catalogue.read(two_councils, councils), Words.read(two_councils)


@pytest.fixture
def store(sqlite_url: str, clock: SettableClock, chance: SeededChance) -> Iterator[Database]:
    """Open a database."""
    opened = open_database(sqlite_url, clock=clock, chance=chance)
    yield opened
    opened.close()


@pytest.fixture
def make_house(
    rooms: tuple[Councils, Catalogue, Words],
    two_councils: Path,
    store: Database,
    clock: SettableClock,
) -> MakeHouse:
    """Give what makes a house; `public_url` and `limits` may be said."""
    councils, catalogue, words = rooms

    def make(*, limits: Limits = WIDE, **environ: str) -> House:
        told = {"HUB_TEMPLATES": str(two_councils), "HUB_SECRET": _SECRET, **environ}
        return House(
            settings=settings.read(told),
            database=store,
            councils=councils,
            catalogue=catalogue,
            words=words,
            clock=clock,
            limits=limits,
        )

    return make


@pytest.fixture
def house(make_house: MakeHouse) -> House:
    """Give a house whose limits are out of reach."""
    return make_house()


@pytest.fixture
def app(house: House) -> Flask:
    """Hang the doors on the application."""
    made = make_app(house)
    made.testing = False  # an error must become a page, as it does for a resident
    return made


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    """Give a resident of Aberwen."""
    return Visitor(app)


class At(Protocol):
    """What leads a visitor to one question of the service that asks everything."""

    def __call__(self, path: str) -> str:
        """Answer all that comes before it, and give its address."""


@pytest.fixture
def at(visitor: Visitor, house: House) -> At:
    """Give what leads to a question."""

    def lead(path: str) -> str:
        before = takewhile(lambda answer: answer[0] != path, EVERYTHING.items())
        finish(visitor, house, dict(before))
        return f"/en/report/try-everything/{path}"

    return lead
