"""The notices that the law asks for are whole, true and for everybody."""

import html
import re
from collections.abc import Callable, Iterable

import pytest
from playwright.sync_api import Page

from channels.pages import House
from hub import drafts, words
from hub.catalogue.definition import Question, Service, Several
from hub.councils import Councils
from hub.values import Language
from tests.provision.golden import Golden
from tests.provision.house import HOUSE
from tests.provision.pictures import Album
from tests.web.answers import EVERYTHING
from tests.web.shown import Show
from tests.web.steady import part
from tests.web.visitor import Visitor, finish

_OFFERED = next(iter(Councils.read(HOUSE / "templates" / "councils"))).services
_PAGES = (
    "privacy",
    "privacy/missed-bin",
    "privacy/blue-badge",
    "accessibility",
    "cookies",
    "contact",
)
_TAGS = re.compile(r"<[^>]+>")


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("service_id", _OFFERED)
def test_the_privacy_notice_of_a_service_is_whole(
    visitor: Visitor, house: House, service_id: str, language: Language
) -> None:
    service = house.catalogue.service("aberwen", service_id)

    notice = _words_of(visitor.open(f"/{language}/privacy/{service_id}").text)

    assert service.privacy is not None
    assert _missing(notice, [one.short.to(language) for one in _questions(service)]) == []
    said = (service.title, service.privacy.why, *service.privacy.given_to)
    assert _missing(notice, [one.to(language) for one in said]) == []
    period = service.keep_after_closing
    kept = words.say_count(house.words, language, count=period.count, unit=str(period.unit))
    unsent = words.say_count(house.words, language, count=drafts.LIVES.days, unit="days")
    officer = house.councils.by_id("aberwen").privacy_office
    basis = house.words.say(f"notices.basis.{service.privacy.basis.replace(' ', '_')}", language)
    others = [kept, unsent, officer.phone.shown, str(officer.email), basis, "ICO"]
    assert _missing(notice, others) == []
    assert service.privacy.law is not None
    assert service.privacy.law.to(language) in notice


@pytest.mark.parametrize("language", list(Language))
def test_the_privacy_notice_leads_to_every_service(visitor: Visitor, language: Language) -> None:
    notice = visitor.open(f"/{language}/privacy").text

    linked = [f'href="/{language}/privacy/{service}"' for service in _OFFERED]

    assert _missing(notice, linked) == []


def test_a_service_leads_to_its_privacy_notice_before_anything_is_asked_and_before_it_is_sent(
    visitor: Visitor, house: House
) -> None:
    link = 'href="/en/privacy/try-everything"'
    start = visitor.open("/en/report/try-everything").text
    check = visitor.open(finish(visitor, house, EVERYTHING)).text

    assert link in start
    assert link in check
    assert 'href="/en/privacy"' in start.split("<footer", 1)[1]


def test_the_notice_without_a_language_is_in_the_one_the_browser_prefers(visitor: Visitor) -> None:
    led = visitor.open("/privacy", Accept_Language="cy")

    assert led.headers["Location"] == "/cy/privacy"


def test_a_service_that_nobody_offers_has_no_notice(visitor: Visitor) -> None:
    assert visitor.open("/en/privacy/nothing").status_code == 404


@pytest.mark.parametrize("language", list(Language))
def test_the_accessibility_statement_says_all_that_the_model_asks_for(
    visitor: Visitor, house: House, language: Language
) -> None:
    council = house.councils.by_id("aberwen")

    statement = _words_of(visitor.open(f"/{language}/accessibility").text)

    said = council.accessibility
    days = words.say_count(house.words, language, count=said.reply_within, unit="working_days")
    tested = words.say_date(house.words, said.tested, language)
    asked = ["2.2", "2018", "PDF", days, tested, council.phone.shown, str(council.email)]
    assert _missing(statement, [*asked, f"18001 {council.phone.shown}", "0808 800 0082"]) == []
    assert _missing(statement, [council.hours.to(language)]) == []


@pytest.mark.parametrize("language", list(Language))
def test_the_contact_page_names_every_other_door(
    visitor: Visitor, house: House, language: Language
) -> None:
    council = house.councils.by_id("aberwen")

    contact = _words_of(visitor.open(f"/{language}/contact").text)

    doors = [council.phone.shown, f"18001 {council.phone.shown}", council.hours.to(language)]
    assert _missing(contact, [*doors, *council.address.printed_lines()]) == []


@pytest.mark.parametrize("path", ["contact", "accessibility", "privacy", "cookies"])
def test_every_page_leads_to_the_notices(visitor: Visitor, path: str) -> None:
    for page in ("/cy/", "/cy/track", "/cy/nothing", "/cy/report/missed-bin"):
        foot = visitor.open(page).text.split("<footer", 1)[1]

        assert f'href="/cy/{path}"' in foot


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_notices_are_as_they_were_looked_at(
    visitor: Visitor, golden: Golden, language: str
) -> None:
    pages = [part(visitor, f"/{language}/{path}") for path in _PAGES]

    golden.check(f"pages/notices.{language}.html", "\n".join(pages))


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_notices_are_for_everybody(
    show: Show, axe: Callable[[Page], None], album: Album, language: str
) -> None:
    for path in _PAGES:
        page = show(f"/{language}/{path}")
        for width in (390, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            axe(page)
            album.take(page, f"notices/{path.replace('/', '-')}.{language}.{width}")


def _missing(page: str, wanted: Iterable[str]) -> list[str]:
    return [one for one in wanted if " ".join(one.split()) not in page]


def _words_of(page: str) -> str:
    return " ".join(html.unescape(_TAGS.sub(" ", page)).split())


def _questions(service: Service) -> list[Question]:
    inside = [one.questions if isinstance(one, Several) else (one,) for one in service.steps]
    return [one for several in inside for one in several if isinstance(one, Question)]
