"""Whatever is asked of whatever route, nobody meets an error of ours or another person's words."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from http import HTTPStatus
from pathlib import Path
from typing import TypeAlias

import pytest
import time_machine
from flask import Flask
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from channels.app import make_app
from channels.ops import Trust, Watched
from channels.pages import House, Limits
from hub.drafts import CodeBy
from hub.values import system_clock
from tests.builders.logs import kept_logs
from tests.provision import pages
from tests.provision.promises import Figures
from tests.web.answers import EVERYTHING
from tests.web.conftest import MakeHouse
from tests.web.strangers import OPS, Asked, any_requests
from tests.web.visitor import Visitor, finish

_NAME = "Zzqwilla Xyzzygan"
_STREET = "71 Qqvarn Row"
_OTHERS = ("Zzqwilla", "Xyzzygan", "Qqvarn")
_NOWHERE = ("There is no council at this address", "Nid oes cyngor yn y cyfeiriad hwn")
_SIGNS = ("Traceback", "werkzeug", "sqlalchemy", "site-packages", "&lt;class")
_NOBODY = "00000000-0000-0000-0000-000000000000"

MakeVisitor: TypeAlias = Callable[[], Visitor]


_UNBOUNDED = Limits(
    all_pages="1000000 per minute",
    begun="1000000 per minute",
    sent="1000000 per minute",
    files="1000000 per minute",
    looked_up="1000000 per minute",
    saved="1000000 per minute",
    sought="1000000 per minute",
)


@pytest.fixture
def house(make_house: MakeHouse) -> House:
    """Give a house that turns nobody back for asking too often."""
    return make_house(limits=_UNBOUNDED)


@pytest.fixture
def app(house: House, tmp_path: Path) -> Flask:
    """Give the application with all that stands before its doors, as main does."""
    made = make_app(house)
    made.testing = False  # an error must become a page, as it does for a resident
    watched = Watched(
        made.wsgi_app,
        database=house.database,
        folder=tmp_path,
        trust=Trust(token="a word of whoever runs it", is_production=True),
    )
    made.wsgi_app = watched  # type: ignore[assignment] # Flask's own way to put something before it
    return made


@pytest.fixture
def known(house: House) -> Mapping[str, Sequence[str]]:
    services = [service.id for service in house.catalogue.services("aberwen")]
    return {
        "language": ["en", "cy"],
        "service": ["try-everything"] * len(services) + services,
        "path": [*EVERYTHING, "check", "delete", "go-on"],
        "enclosure": [_NOBODY],
        "reference": ["12345678978", "1234 567 8978"],
        "way": [by.value for by in CodeBy],
        "notice": ["privacy", "accessibility", "cookies", "contact", "bin-days"],
    }


@pytest.fixture
def strangers(app: Flask, house: House) -> Sequence[MakeVisitor]:
    """Give who may ask: without a session, with a draft, with one read over, and spoiled ones."""
    _leave_behind(Visitor(app), house)

    def nobody() -> Visitor:
        return Visitor(app)

    def begun() -> Visitor:
        visitor = Visitor(app)
        visitor.begin("try-everything")
        return visitor

    def finished() -> Visitor:
        visitor = Visitor(app)
        finish(visitor, house, EVERYTHING)
        return visitor

    def forged() -> Visitor:
        visitor = begun()
        name = app.config["SESSION_COOKIE_NAME"]
        visitor.client.set_cookie(name, "eyJkcmFmdHMiOnt9fQ.aaaa.\x7fforged")
        return visitor

    def odd() -> Visitor:
        visitor = begun()
        with visitor.client.session_transaction() as cookie:
            cookie["drafts"] = {"try-everything": "lapsed", "missed-bin": "\u202e"}
        return visitor

    return (nobody, begun, finished, finished, forged, odd)


def _leave_behind(visitor: Visitor, house: House) -> None:
    """Let somebody ask for something whose words nobody else may ever see."""
    home = {"line1": _STREET, "line2": "", "town": "Aberwen", "postcode": "LL99 9AA"}
    finish(visitor, house, {**EVERYTHING, "your_name": {"answer": _NAME}, "home": home})
    visitor.submit("try-everything")


@pytest.fixture
def logs() -> Iterator[Callable[[], str]]:
    with kept_logs() as stream:
        yield stream.getvalue


@pytest.fixture
def tokens(app: Flask) -> Mapping[str, str | None]:
    """Give the tokens that a form may bring: its own (None), none, a stale one, another's."""
    with time_machine.travel(system_clock() - timedelta(days=2)):
        stale = Visitor(app).token("/en/track")
    another = Visitor(app).token("/en/track")
    own = dict.fromkeys(("its own", "its own again", "its own once more"))
    return {**own, "none": "", "stale": stale, "another's": another}


@pytest.mark.promise("P16")
def test_no_request_to_any_route_meets_an_error_of_ours_or_another_persons_words(
    app: Flask,
    known: Mapping[str, Sequence[str]],
    strangers: Sequence[MakeVisitor],
    tokens: Mapping[str, str | None],
    logs: Callable[[], str],
    figure: Figures,
) -> None:
    count = figure(ci=15, proof=500, of="requests to each route, as many again for each part of it")
    met: set[int] = set()

    for route in (*OPS, *sorted({rule.rule for rule in app.url_map.iter_rules()})):
        often = count * (1 + route.count("<"))
        met |= _ask_of(route, known, strangers, tokens, count=often, seed_=figure.seed)

    assert met >= {200, 303, 400, 404, 405}
    assert not [line for line in logs().splitlines() if json.loads(line)["level"] == "error"]
    assert not [name for name in _OTHERS if name in logs()]


def _ask_of(
    route: str,
    known: Mapping[str, Sequence[str]],
    strangers: Sequence[MakeVisitor],
    tokens: Mapping[str, str | None],
    *,
    count: int,
    seed_: int,
) -> set[int]:
    """Ask so often of one route, and give what came back, by status."""
    met: set[int] = set()

    @seed(seed_)
    @settings(max_examples=count, suppress_health_check=list(HealthCheck), database=None)
    @given(st.sampled_from(strangers), any_requests(route, known), st.sampled_from(list(tokens)))
    def ask(stranger: MakeVisitor, asked: Asked, token: str) -> None:
        answer = _ask(stranger(), asked, tokens[token])
        met.add(answer.status_code)

        _demand_kind(asked, answer)

    ask()
    return met


def _ask(visitor: Visitor, asked: Asked, token: str | None) -> TestResponse:
    """Open the page at the address, spoil its form, and send that with the method."""
    seen = visitor.open(asked.address)
    assert seen.status_code < HTTPStatus.INTERNAL_SERVER_ERROR, asked.address
    forms = pages.read(status=seen.status_code, url="", html=seen.text).forms
    right = forms[-1].sent() if forms else []
    kept = [(name, said) for name, said in right if token is None or name != "csrf_token"]
    body = asked.filled([*kept, ("csrf_token", token)] if token else kept)
    return visitor.client.open(
        asked.address,
        method=asked.method,
        data=body,
        content_type=asked.content_type,
        headers=dict(asked.headers),
        base_url="http://localhost",
    )


def _demand_kind(asked: Asked, answer: TestResponse) -> None:
    """Fail unless an answer is one that a resident may meet."""
    text = answer.get_data().decode("utf-8", "replace")
    assert answer.status_code < HTTPStatus.INTERNAL_SERVER_ERROR, asked
    assert not [sign for sign in _SIGNS if sign in text], asked
    assert not [name for name in _OTHERS if name in text], asked
    is_ops = asked.address.partition("?")[0] in OPS
    if answer.status_code >= HTTPStatus.BAD_REQUEST and asked.method != "HEAD" and not is_ops:
        tongue = "cy" if asked.address.startswith("/cy") else "en"
        is_nowhere = all(said in text for said in _NOWHERE)
        assert is_nowhere or f'<html lang="{tongue}">' in text, asked
        assert any(sign in text for sign in ("brand.css", "hub.css")), asked
        assert "</html>" in text, asked
