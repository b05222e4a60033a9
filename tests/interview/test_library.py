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
from tests.builders.interviews import interviews


@pytest.fixture(scope="module")
def library(templates: Path) -> st.SearchStrategy[Service]:
    councils = Councils.read(templates / "councils")
    services = {one.id: one for one in Catalogue.read(templates, councils).services("aberwen")}
    return st.sampled_from(sorted(services)).map(lambda id_: services[id_])


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
    assert interview.meant(held, Meaning.NAME)
    assert known[str(way)]
