import re

import pytest

from channels.pages import House
from tests.provision.golden import Golden
from tests.provision.time_and_chance import SettableClock
from tests.web.answers import EVERYTHING
from tests.web.steady import part, steady
from tests.web.visitor import Visitor, finish
from tests.web.walking import WAYS, Way, walk

_REFERENCE = re.compile(r'class="reference">([\d ]+)<')


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_the_pages_of_a_service_are_as_they_were_looked_at(
    visitor: Visitor, house: House, golden: Golden, way: Way, language: str
) -> None:
    start = f"/{language}/report/{way.service}"
    pages = [part(visitor, start)]

    pages += [part(visitor, address) for address in walk(visitor, house, way, language)]
    visitor.submit(way.service, language)
    pages.append(part(visitor, f"{start}/done"))

    golden.check(f"pages/{way.name}.{language}.html", "\n".join(pages))


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_pages_around_are_as_they_were_looked_at(
    visitor: Visitor, golden: Golden, language: str
) -> None:
    whole = steady(visitor.open(f"/{language}/").text)
    others = [part(visitor, f"/{language}/{path}") for path in ("track", "nothing")]

    golden.check(f"pages/around.{language}.html", "\n".join([whole, *others]))


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_page_of_a_request_is_as_it_was_looked_at(
    visitor: Visitor, house: House, golden: Golden, clock: SettableClock, language: str
) -> None:
    finish(visitor, house, EVERYTHING)
    found = _REFERENCE.search(visitor.submit("try-everything").text)
    assert found
    visitor.look_up(found[1], "LL99 9AA")
    pages = [part(visitor, f"/{language}/track/request")]
    clock.move(days=9)
    visitor.look_up(found[1], "LL99 9AA")
    pages.append(part(visitor, f"/{language}/track/request"))

    golden.check(f"pages/found.{language}.html", "\n".join(pages))
