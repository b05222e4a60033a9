"""The page about cookies names each cookie that a whole journey sets, and no other is set."""

import re
from collections.abc import Callable, Iterable
from http.cookies import SimpleCookie

import pytest
from flask import Flask

from channels.app import make_app
from channels.pages import House
from tests.web.answers import EVERYTHING
from tests.web.conftest import MakeHouse
from tests.web.visitor import Visitor, finish

_NAMED = re.compile(r"<dd><code>([^<]+)</code></dd>")
Environ = dict[str, object]
Answers = Callable[..., Iterable[bytes]]


class Watched:
    """An application whose answers are looked over for cookies."""

    def __init__(self, app: Answers) -> None:
        self.app = app
        self.set: list[str] = []

    def __call__(self, environ: Environ, start_response: Callable[..., object]) -> Iterable[bytes]:
        """Answer, and note the cookies."""

        def start(status: str, headers: list[tuple[str, str]], *more: object) -> object:
            self.set += [value for name, value in headers if name.lower() == "set-cookie"]
            return start_response(status, headers, *more)

        return self.app(environ, start)


@pytest.fixture
def watched(app: Flask) -> Watched:
    """Watch the cookies that the application sets."""
    watching = Watched(app.wsgi_app)
    app.wsgi_app = watching  # type: ignore[method-assign] # Flask's own way to wrap an application
    return watching


def test_a_whole_journey_sets_the_cookies_that_the_page_names_and_no_other(
    watched: Watched, visitor: Visitor, house: House
) -> None:
    for page in ("/", "/en/", "/en/report/try-everything", "/r/12345678901", "/en/track"):
        visitor.open(page)
    visitor.open(finish(visitor, house, EVERYTHING))
    visitor.submit("try-everything")
    visitor.send("/en/track", {"reference": "1234", "fact": "LL99 9AA"})
    visitor.send("/en/report/try-everything/delete", {})
    visitor.open("/en/nothing")

    named = _NAMED.findall(visitor.open("/en/cookies").text)

    assert set(named) == {name for one in watched.set for name in SimpleCookie(one)}
    assert named == ["hub"]


def test_the_cookie_goes_when_the_browser_closes_as_the_page_says(
    watched: Watched, visitor: Visitor
) -> None:
    visitor.begin("try-everything")

    kept = [cookie for one in watched.set for cookie in SimpleCookie(one).values()]

    assert kept
    assert {(cookie["expires"], cookie["max-age"]) for cookie in kept} == {("", "")}
    assert all(cookie["httponly"] for cookie in kept)


def test_behind_https_the_page_names_the_cookie_of_https(make_house: MakeHouse) -> None:
    app = make_app(make_house(HUB_PUBLIC_URL="https://localhost"))
    watching = Watched(app.wsgi_app)
    app.wsgi_app = watching  # type: ignore[method-assign] # Flask's own way to wrap an application
    visitor = Visitor(app)
    visitor.open("/en/track")

    named = _NAMED.findall(visitor.open("/en/cookies").text)

    assert named == ["__Host-hub"]
    assert {name for one in watching.set for name in SimpleCookie(one)} == {"__Host-hub"}


def test_the_page_tells_that_the_cookie_names_the_services_and_where_answers_are_deleted(
    visitor: Visitor,
) -> None:
    question = visitor.open(visitor.begin("try-everything")).text
    with visitor.client.session_transaction() as cookie:
        kept = dict(cookie)

    page = visitor.open("/en/cookies").text

    assert "try-everything" in str(kept)
    assert "Which services you ask for" in page
    assert "on any page" not in page
    assert "Delete these answers" in question
