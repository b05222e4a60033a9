"""What the doors are handed: the hub's rooms, opened once by main, and nothing of the world."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from flask import Flask, current_app

from channels.pages.allowances import Limits
from hub.catalogue import Catalogue
from hub.councils import Councils
from hub.enclosures import Opener
from hub.settings import Settings
from hub.staff import Lasting, Provider, Sealing
from hub.store import Database, Documents
from hub.values import Clock
from hub.words import Words

_ROOM = "house"


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """Hold all that a door with pages needs."""

    settings: Settings
    database: Database
    documents: Documents
    opener: Opener
    councils: Councils
    catalogue: Catalogue
    words: Words
    clock: Clock
    sealing: Sealing = field(init=False)
    providers: Mapping[str, Provider] = field(default_factory=dict)  # by council
    limits: Limits = field(default_factory=Limits)

    def __post_init__(self) -> None:
        """Derive the keys once."""
        object.__setattr__(self, "sealing", Sealing(self.settings.secret))

    @property
    def lasting(self) -> Lasting:
        """Give for how long staff stay signed in, and whether people made up may sign in."""
        read = self.settings
        return Lasting(
            idle=timedelta(minutes=read.desk_idle_minutes),
            longest=timedelta(hours=read.desk_hours),
            samples=not read.production,
        )


def move_in(app: Flask, house: House) -> None:
    """Let the application's views find the house."""
    app.extensions[_ROOM] = house


def house() -> House:
    """Give the house of the application that answers now.

    :raises KeyError: if none moved in.
    """
    found: House = current_app.extensions[_ROOM]
    return found
