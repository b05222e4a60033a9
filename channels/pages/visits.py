"""The visit: which council was called, and in which language it answers."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from http import HTTPStatus

from flask import Flask, abort, g, request
from flask.globals import request_ctx
from werkzeug.datastructures import LanguageAccept
from werkzeug.routing import BaseConverter

from channels.pages.house import House, house
from hub import words
from hub.councils import Council, UnknownCouncil
from hub.staff import Viewer
from hub.store import Session
from hub.values import Language, Text


@dataclass(frozen=True, slots=True)
class Visit:
    """Hold the council and the language of the request that is being answered."""

    house: House
    council: Council
    language: Language

    @property
    def viewer(self) -> Viewer:
        """Give the one who looks: a resident, of whom nothing is known yet."""
        return Viewer.resident(self.council.id)

    @property
    def today(self) -> date:
        """Give the council's local day."""
        return self.local_day(self.house.clock())

    @contextmanager
    def session(self) -> Iterator[Session]:
        """Open the council's transaction."""
        with self.house.database.session(self.council.id) as session:
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Open a transaction of the council that only reads, and holds up nobody."""
        with self.house.database.reading(self.council.id) as session:
            yield session

    def local_day(self, moment: datetime) -> date:
        """Give the day that a moment falls on by the council's clock."""
        return moment.astimezone(self.council.timezone).date()

    def say(self, key: str, **values: object) -> str:
        """Give the words of the pages under a key."""
        return self.spoken(f"pages.{key}", **values)

    def spoken(self, key: str, **values: object) -> str:
        """Give any words of the hub under their whole key."""
        return self.house.words.say(key, self.language, **values)

    def to(self, text: Text) -> str:
        """Give a text in the visit's language."""
        return text.to(self.language)

    def day(self, day: date) -> str:
        """Give a day in words."""
        return words.say_date(self.house.words, day, self.language)

    def day_after(self, day: date) -> str:
        """Give a day in words as Welsh has it after "ar" and "o"."""
        return words.say_date_after(self.house.words, day, self.language)

    def count(self, count: int, unit: str) -> str:
        """Give so many of a unit of time in words."""
        return words.say_count(self.house.words, self.language, count=count, unit=unit)

    def money(self, pence: int) -> str:
        """Give an amount in words."""
        return words.say_money(pence, self.language)


def visit() -> Visit:
    """Give the visit of this request.

    :raises AttributeError: if no council was found for it yet.
    """
    found: Visit = g.visit
    return found


def is_visited() -> bool:
    """Say whether a council was found for this request."""
    return "visit" in g


class LanguageConverter(BaseConverter):
    """Let an address begin with the code of a language that the hub speaks, and no other word."""

    regex = "|".join(Language)


def receive(app: Flask) -> None:
    """Find council and language before anything else is done about a request."""
    app.url_map.converters["language"] = LanguageConverter
    app.before_request(_greet)


def _greet() -> None:
    here = house()
    if request_ctx.url_adapter is None:  # the host is no name that a host can have
        raise UnknownCouncil
    council = here.councils.by_host(request.host)
    g.visit = Visit(here, council, _language(council, request.accept_languages))
    wanted = (request.view_args or {}).pop("language", None)
    if wanted is not None and wanted not in council.languages:
        abort(HTTPStatus.NOT_FOUND)


def _language(council: Council, accepted: LanguageAccept) -> Language:
    """Choose by the address, else by what the browser prefers, else the council's first."""
    in_address = request.path.split("/", 2)[1]
    if in_address in council.languages:
        return Language(in_address)
    return Language(accepted.best_match(council.languages, council.language))
