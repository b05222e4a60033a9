import re
from dataclasses import replace

import pytest
from werkzeug.test import create_environ, run_wsgi_app

from channels.app import make_app
from channels.pages import House, Limits
from hub.councils import Councils
from tests.web.conftest import MakeHouse
from tests.web.visitor import Visitor


@pytest.mark.parametrize(
    ("wanted", "given"),
    [("cy", "/cy/"), ("en-GB,en;q=0.9", "/en/"), ("fr", "/en/"), ("", "/en/"), ("cy-GB", "/cy/")],
)
def test_the_first_page_is_in_the_language_the_browser_prefers(
    visitor: Visitor, wanted: str, given: str
) -> None:
    assert visitor.open("/", Accept_Language=wanted).headers["Location"] == given


def test_a_council_of_one_language_offers_no_other(app_of_bryn: Visitor) -> None:
    page = app_of_bryn.open("/en/").text

    assert "Bryn Borough Council" in page
    assert "Cymraeg" not in page
    assert app_of_bryn.open("/cy/").status_code == 404
    assert app_of_bryn.open("/", Accept_Language="cy").headers["Location"] == "/en/"


def test_the_council_is_found_by_the_host_with_or_without_a_port(visitor: Visitor) -> None:
    page = visitor.client.get("/en/", headers={"Host": "BRYN.example:8443"}).text

    assert "Bryn Borough Council" in page


@pytest.mark.parametrize("host", ["a" * 64, "a..b", ".", "xn--a", "\x00", "a b"])
def test_a_host_that_is_none_is_refused_where_one_council_lives(
    house: House, aberwen_alone: Councils, host: str
) -> None:
    app = make_app(replace(house, councils=aberwen_alone))

    for path in ("/en/", "/nothing", "/en/report/try-everything"):
        environ = create_environ(path, headers={"Host": host})
        page, status, _headers = run_wsgi_app(app, environ, buffered=True)

        assert status == "404 NOT FOUND"
        assert "There is no council at this address" in b"".join(page).decode()


def test_where_one_council_lives_any_name_leads_to_it(
    house: House, aberwen_alone: Councils
) -> None:
    app = make_app(replace(house, councils=aberwen_alone))

    answer = app.test_client().get("/en/", headers={"Host": "whatever.example"})

    assert "Aberwen County Council" in answer.text


def test_the_mark_of_a_council_may_differ_by_language(visitor: Visitor) -> None:
    assert "Accept-Language" in visitor.open("/icon.svg").headers["Vary"]


def test_a_draft_of_one_council_is_unknown_to_another(visitor: Visitor) -> None:
    first = visitor.begin("try-everything")

    elsewhere = visitor.client.get(first, headers={"Host": "bryn.example"})

    assert elsewhere.status_code in {303, 404}
    assert "Is anybody hurt" not in elsewhere.text


def test_the_other_language_is_one_link_away_on_every_page(visitor: Visitor) -> None:
    first = visitor.begin("try-everything")

    for path in ("/en/", "/en/track", "/en/report/try-everything", first):
        page = visitor.open(path).text

        assert f'href="{path.replace("/en/", "/cy/")}" lang="cy" hreflang="cy"' in page


def test_a_service_without_a_language_in_its_address_is_found(visitor: Visitor) -> None:
    opened = visitor.open("/report/missed-bin", Accept_Language="cy")

    assert opened.headers["Location"] == "/cy/report/missed-bin"


def test_the_first_page_lists_every_service_under_a_subject(visitor: Visitor, house: House) -> None:
    page = visitor.open("/en/").text

    for service in house.catalogue.services("aberwen"):
        assert f'href="/en/report/{service.id}"' in page
    assert "Bins and rubbish" in page
    assert "Other services" in page


def test_before_the_first_question_stands_what_happens_next_and_how_else_to_ask(
    visitor: Visitor,
) -> None:
    page = visitor.open("/en/report/try-everything").text

    assert "If you ask today, we answer by Monday 30 November 2026." in page
    assert "£12.50 for each thing" in page
    assert "01632 960001" in page
    assert "Castle Street" in page


def test_every_answer_carries_the_safe_headers(visitor: Visitor) -> None:
    for path in ("/en/", "/en/nothing", "/hub.css", "/", "/en/track"):
        headers = visitor.open(path).headers

        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert "script" not in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"


def test_pages_are_kept_by_nobody_and_the_style_sheets_by_all(visitor: Visitor) -> None:
    page = visitor.open("/en/report/missed-bin")
    sheets = re.findall(r'rel="stylesheet" href="([^"]+)"', page.text)

    assert page.headers["Cache-Control"] == "no-store"
    assert len(sheets) == 2
    for sheet in sheets:
        kept = visitor.open(sheet)
        assert kept.status_code == 200
        assert "max-age=2592000" in kept.headers["Cache-Control"]
        assert "Set-Cookie" not in kept.headers


def test_the_colours_are_the_councils(visitor: Visitor, house: House) -> None:
    council = house.councils.by_id("aberwen")

    assert council.brand.primary in visitor.open("/brand.css").text
    assert council.brand.primary in visitor.open("/icon.svg").text


def test_the_cookie_is_unreadable_to_scripts_and_holds_no_answer(visitor: Visitor) -> None:
    visitor.begin("try-everything")
    cookie = visitor.client.get_cookie("hub")

    assert cookie is not None
    assert cookie.http_only
    assert cookie.same_site == "Lax"


def test_over_https_the_cookie_is_bound_to_the_host_and_never_sent_in_the_open(
    make_house: MakeHouse,
) -> None:
    visitor = Visitor(make_app(make_house(HUB_PUBLIC_URL="https://hub.aberwen.example")))

    visitor.open("/en/track")
    headers = visitor.open("/en/track").headers

    cookie = visitor.client.get_cookie("__Host-hub")
    assert cookie is not None
    assert cookie.secure
    assert "max-age" in headers["Strict-Transport-Security"]


def test_behind_a_trusted_proxy_the_limits_count_the_residents_address(
    make_house: MakeHouse,
) -> None:
    once = Limits(all_pages="1 per minute")
    visitor = Visitor(make_app(make_house(limits=once, HUB_TRUSTED_PROXIES="1")))

    first = visitor.open("/en/", X_Forwarded_For="192.0.2.7")
    neighbour = visitor.open("/en/", X_Forwarded_For="192.0.2.8")
    again = visitor.open("/en/", X_Forwarded_For="192.0.2.7")

    assert [first.status_code, neighbour.status_code, again.status_code] == [200, 200, 429]


def test_no_page_is_heavy_and_the_style_sheet_is_light(visitor: Visitor) -> None:
    first = visitor.begin("try-everything")

    for path in ("/en/", "/cy/", "/en/track", "/cy/report/try-everything", first):
        assert len(visitor.open(path).data) < 30_000
    assert len(visitor.open("/hub.css").data) < 20_000


@pytest.fixture
def aberwen_alone(house: House) -> Councils:
    """Give one council only, as most installations have."""
    return Councils([house.councils.by_id("aberwen")])


@pytest.fixture
def app_of_bryn(house: House) -> Visitor:
    """Give a resident of the council that speaks English only."""
    return Visitor(make_app(house), host="bryn.example")
