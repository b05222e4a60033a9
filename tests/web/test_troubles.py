import re
from dataclasses import replace

import pytest
from structlog.testing import capture_logs

from channels.app import make_app
from channels.pages import House
from channels.web import addresses
from hub.drafts import AlreadySent
from hub.store import StoreAway
from tests.web.answers import EVERYTHING
from tests.web.broken import BrokenDatabase
from tests.web.conftest import At
from tests.web.visitor import Visitor, finish, said


def _while_broken(house: House, visitor: Visitor, *troubles: Exception) -> Visitor:
    """Give the same visitor at the same door, with a database that fails."""
    broken = replace(house, database=BrokenDatabase(house.database, *troubles))
    other = Visitor(make_app(broken))
    cookie = visitor.client.get_cookie("hub")
    assert cookie is not None
    other.client.set_cookie("hub", cookie.value)
    other.hidden = dict(visitor.hidden)
    return other


def test_while_nothing_can_be_stored_what_was_typed_can_be_sent_again(
    visitor: Visitor, house: House, at: At
) -> None:
    address = at("story")
    token = visitor.token(address)
    broken = _while_broken(house, visitor, StoreAway())

    refused = broken.send(address, said("It was <mine>"), token=token)

    assert refused.status_code == 503
    assert "It was &lt;mine&gt;" in refused.text
    assert 'name="answer" value="It was &lt;mine&gt;"' in refused.text
    assert visitor.answer(address, said("It was <mine>")).endswith("/permit")


def test_while_nothing_can_be_stored_the_list_of_services_is_there(
    visitor: Visitor, house: House, at: At
) -> None:
    at("story")
    broken = _while_broken(house, visitor, StoreAway())

    assert broken.open("/cy/").status_code == 200
    assert broken.open("/cy/report/try-everything/story").status_code == 503


def test_a_fault_of_ours_is_said_plainly_and_shows_nothing_of_the_inside(
    visitor: Visitor, house: House, at: At
) -> None:
    address = at("story")
    token = visitor.token(address)
    broken = _while_broken(house, visitor, ZeroDivisionError("Ann Llŷr"))

    refused = broken.send(address, said("It was mine"), token=token)

    assert refused.status_code == 500
    assert "Something has gone wrong" in refused.text
    assert "It was mine" in refused.text
    assert "ZeroDivision" not in refused.text
    assert "Ann" not in refused.text


def test_what_failed_by_our_fault_can_be_sent_again(visitor: Visitor, house: House, at: At) -> None:
    address = at("story")
    token = visitor.token(address)
    hidden = dict(visitor.hidden)
    broken = _while_broken(house, visitor, ZeroDivisionError())

    refused = broken.send(address, {**hidden, **said("It was mine")}, token=token)

    assert refused.status_code == 500
    assert 'name="answer" value="It was mine"' in refused.text
    assert f'name="draft" value="{hidden["draft"]}"' in refused.text


def test_a_store_that_fails_while_a_refusal_is_made_is_away_and_no_fault(
    visitor: Visitor, house: House, at: At
) -> None:
    address = at("story")
    broken = _while_broken(house, visitor, StoreAway())

    refused = broken.send(address, said("It was mine"), token="forged")

    assert refused.status_code == 503
    assert 'name="answer" value="It was mine"' in refused.text


def test_a_store_that_fails_after_a_request_was_sent_is_away_and_no_fault(
    visitor: Visitor, house: House
) -> None:
    finish(visitor, house, EVERYTHING)
    token = visitor.token("/en/track")
    visitor.submit("try-everything")
    failing = _while_broken(house, visitor, AlreadySent(), StoreAway())

    refused = failing.send("/en/report/try-everything/story", said("late"), token=token)

    assert refused.status_code == 503
    assert "late" in refused.text


def test_a_page_that_cannot_be_shown_speaks_of_nothing_typed(
    visitor: Visitor, house: House, at: At
) -> None:
    address = at("story")
    broken = _while_broken(house, visitor, StoreAway())

    page = broken.open(address).text

    assert "We cannot show this just now" in page
    assert "typed" not in page


def test_what_was_typed_shows_no_ids_of_what_was_chosen(
    visitor: Visitor, house: House, at: At
) -> None:
    address = at("colour").replace("/en/", "/cy/")
    token = visitor.token(address)
    broken = _while_broken(house, visitor, StoreAway())

    refused = broken.send(address, said("brown"), token=token)

    assert 'type="hidden" name="answer" value="brown"' in refused.text
    assert "Yr hyn a deipioch chi" not in refused.text


def test_the_log_names_routes_and_nobodys_words(visitor: Visitor, house: House) -> None:
    with capture_logs() as told:
        finish(visitor, house, EVERYTHING)
        page = visitor.submit("try-everything").text
        found = re.search(r'class="reference">([\d ]+)<', page)
        assert found
        visitor.open(f"/r/{found[1].replace(' ', '')}")
        visitor.send("/en/track", {"reference": found[1], "fact": "LL99 9AA"})

    said_in_log = str(told)
    assert "request answered" in said_in_log
    assert "/r/<reference>" in said_in_log
    for words in ("Ann", "High Street", "LL99", "07700", found[1], found[1].replace(" ", "")):
        assert words not in said_in_log


@pytest.mark.parametrize("path", ["check", "send", "done"])
def test_a_question_may_be_called_like_one_of_our_pages(house: House, path: str) -> None:
    app = make_app(house)

    with app.test_request_context("/en/"):
        app.preprocess_request()
        address = addresses.question("some-service", path)
        own = addresses.own("some-service", path)

    assert address != own
    assert addresses.path_of(address.rsplit("/", 1)[1]) == path
