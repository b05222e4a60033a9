"""A service is found on the first page by one's own words, without a script."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from channels.app import make_app
from channels.pages import Limits
from tests.provision.pictures import Album
from tests.web.conftest import MakeHouse
from tests.web.shown import Show
from tests.web.visitor import Visitor


@pytest.mark.parametrize(
    ("language", "words", "service"),
    [("en", "bin not emtied", "missed-bin"), ("cy", "fathodyn glas", "blue-badge")],
)
def test_the_service_that_is_meant_stands_above_the_list(
    visitor: Visitor, language: str, words: str, service: str
) -> None:
    found = visitor.send(f"/{language}/find", {"words": words}, page=f"/{language}/")
    first = found.text.split('class="cards"', 2)[1].split("</li>", 1)[0]

    assert f'href="/{language}/report/{service}"' in first
    assert found.request.url.endswith(f"/{language}/find")


def test_words_that_mean_nothing_to_us_lead_to_the_list_and_the_phone(visitor: Visitor) -> None:
    found = visitor.send("/en/find", {"words": "<b>xyzzy"}, page="/en/")

    assert "We found no service for “&lt;b&gt;xyzzy”" in found.text
    assert "01632 960001" in found.text.split("<footer")[0]
    assert 'href="/en/report/pothole"' in found.text


@pytest.mark.parametrize("words", ["", "   ", "\0", "x" * 5000])
def test_odd_words_break_nothing(visitor: Visitor, words: str) -> None:
    assert visitor.send("/en/find", {"words": words}, page="/en/").status_code == 200


def test_one_address_may_look_for_a_service_sixty_times_a_minute(make_house: MakeHouse) -> None:
    app = make_app(make_house(limits=Limits()))
    app.testing = False
    visitor = Visitor(app)

    tries = [visitor.send("/en/find", {"words": "fin"}, page="/en/") for _ in range(61)]

    assert [sent.status_code for sent in tries] == [200] * 60 + [429]
    assert 'name="words" value="fin"' in tries[-1].text


def test_reloading_what_was_found_leads_to_the_first_page(visitor: Visitor) -> None:
    assert visitor.open("/cy/find").headers["Location"] == "/cy/"


@pytest.mark.parametrize("language", ["en", "cy"])
def test_finding_is_for_everybody(
    show: Show, axe: Callable[[Page], None], album: Album, language: str
) -> None:
    page = show(f"/{language}/")
    axe(page)
    page.fill("#words", "gardn waste")
    page.press("#words", "Enter")
    page.wait_for_url("**/find")
    axe(page)
    album.take(page, f"finding/{language}.390", whole=False)
    page.set_viewport_size({"width": 1280, "height": 900})
    album.take(page, f"finding/{language}.1280", whole=False)

    page.click("button.tongue")

    assert page.locator("#words").input_value() == "gardn waste"
