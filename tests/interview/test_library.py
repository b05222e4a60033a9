"""The services that are shipped can be asked to their end, whatever residents say."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub import interview
from hub.catalogue import Catalogue
from hub.catalogue.definition import Meaning, Service
from hub.councils import Councils
from hub.words import Words
from tests.builders.interviews import an_interview, interviews


@pytest.fixture(scope="module")
def library(templates: Path) -> st.SearchStrategy[Service]:
    councils = Councils.read(templates / "councils")
    services = {one.id: one for one in Catalogue.read(templates, councils).services("aberwen")}
    return st.sampled_from(sorted(services)).map(lambda id_: services[id_])


@pytest.fixture(scope="module")
def blue_badge(templates: Path) -> Service:
    councils = Councils.read(templates / "councils")
    return Catalogue.read(templates, councils).service("aberwen", "blue-badge")


@pytest.fixture(scope="module")
def words(templates: Path) -> Words:
    return Words.read(templates)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_every_service_of_the_library_comes_to_an_end(
    library: st.SearchStrategy[Service], words: Words, data: st.DataObject
) -> None:
    held = data.draw(interviews(library, to_the_end=True))

    lines = interview.read_back(held, words)

    assert interview.is_complete(held) or interview.stopped(held) is not None
    assert {line.path for line in lines} <= interview.applicable(held).keys()


def test_a_difficulty_is_asked_how_long_it_lasts(blue_badge: Service) -> None:
    said = {"last_year": "no", "benefit": "none", "difficulty": "walking", "how_far": "steps"}

    asked = interview.missing(an_interview(blue_badge, said))

    assert {"lasts", "minutes"} <= set(asked)


@pytest.mark.parametrize(
    "said",
    [
        {"last_year": "yes", "benefit": "none", "difficulty": "walking", "how_far": "steps"},
        {"last_year": "no", "benefit": "none", "difficulty": "small_child"},
    ],
)
def test_near_the_end_of_life_or_under_3_nobody_is_asked_how_long_it_lasts(
    blue_badge: Service, said: dict[str, str]
) -> None:
    asked = interview.missing(an_interview(blue_badge, said))

    assert not {"lasts", "minutes"} & set(asked)


def test_proof_of_the_address_is_owed_only_by_those_whose_address_we_may_not_check(
    blue_badge: Service,
) -> None:
    may = an_interview(blue_badge, {"may_check_address": "yes"})
    may_not = an_interview(blue_badge, {"may_check_address": "no"})

    assert "proof_of_address" not in interview.missing(may)
    assert "proof_of_address" in interview.missing(may_not)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_after_every_service_it_is_known_how_to_answer(
    library: st.SearchStrategy[Service], data: st.DataObject
) -> None:
    held = data.draw(interviews(library, to_the_end=True))
    if not interview.is_complete(held):
        return

    way = interview.meant(held, Meaning.WAY)
    home = interview.meant(held, Meaning.WRITE_HERE) and interview.meant(held, Meaning.HOME)
    address = home or interview.meant(held, Meaning.POST_TO)

    known = {"letter": address, "e-mail": interview.meant(held, Meaning.EMAIL), "counter": True}
    known["text"] = interview.meant(held, Meaning.MOBILE)
    assert interview.meant(held, Meaning.NAME)
    assert known[str(way)]
