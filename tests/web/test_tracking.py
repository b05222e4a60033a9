import re

import pytest

from channels.pages import House
from hub.cases import MOST_WRONG_FACTS, Case, Status
from tests.provision.time_and_chance import SettableClock
from tests.web.answers import EVERYTHING
from tests.web.visitor import Visitor, finish


@pytest.fixture
def reference(visitor: Visitor, house: House) -> str:
    """Send a request, and give its reference as it is shown."""
    finish(visitor, house, EVERYTHING)
    found = re.search(r'class="reference">([\d ]+)<', visitor.submit("try-everything").text)
    assert found
    return found[1]


def test_a_request_is_found_by_its_reference_and_the_postcode(
    visitor: Visitor, reference: str
) -> None:
    found = visitor.look_up(reference, "ll99 9aa")

    assert found.status_code == 200
    assert reference in found.text
    assert "Monday 23 November 2026" in found.text
    assert "Monday 30 November 2026" in found.text
    assert "Received" in found.text


def test_who_collects_their_letters_is_told_where_and_finds_their_request_by_surname(
    visitor: Visitor, house: House
) -> None:
    without = {path: form for path, form in EVERYTHING.items() if path != "write_here"}
    finish(visitor, house, {**without, "answer_by": {"answer": "counter"}})
    sent = visitor.submit("try-everything").text
    shown = re.search(r'class="reference">([\d ]+)<', sent)
    assert shown

    found = visitor.look_up(shown[1], "llyr")

    assert "We keep our letter at our counter: " in sent
    assert found.status_code == 200
    assert shown[1] in found.text


def test_who_is_answered_by_text_is_told_so_and_finds_their_request_by_their_mobile(
    visitor: Visitor, house: House
) -> None:
    not_asked = {"write_here", "letter_size", "language"}
    without = {path: form for path, form in EVERYTHING.items() if path not in not_asked}
    by_text = {"answer_by": {"answer": "text"}, "mobile": {"answer": "07700 900982"}}
    by_text["language"] = {"answer": "en"}
    finish(visitor, house, {**without, **by_text})
    sent = visitor.submit("try-everything").text
    shown = re.search(r'class="reference">([\d ]+)<', sent)
    assert shown

    found = visitor.look_up(shown[1], "07700900982")

    assert "We send our answer by text message." in sent
    assert found.status_code == 200


def test_what_is_found_shows_no_answer(visitor: Visitor, reference: str) -> None:
    found = visitor.look_up(reference, "LL99 9AA").text

    assert not any(words in found for words in ("Llŷr", "High Street", "07700", "Sofa", "LL99 9AA"))


@pytest.mark.promise("P14")
def test_a_wrong_reference_and_a_wrong_postcode_are_answered_alike(
    visitor: Visitor, reference: str
) -> None:
    wrong_fact = visitor.send("/en/track", {"reference": reference, "fact": "LL99 9AB"})
    absent = visitor.send("/en/track", {"reference": "1234 567 8978", "fact": "LL99 9AB"})

    assert wrong_fact.status_code == absent.status_code == 422
    shown = re.sub(r'value="[\d ]+"', "", wrong_fact.text)
    assert _without_token(shown) == _without_token(re.sub(r'value="[\d ]+"', "", absent.text))


@pytest.mark.parametrize("fact", ["", "a\x00b", "x" * 5000, "<b>", "😀", "\u202e"])
@pytest.mark.parametrize("reference_typed", ["", "0", "a\x00", "x" * 5000, "١٢٣"])
def test_whatever_is_typed_to_look_up_is_shown_again(
    visitor: Visitor, reference_typed: str, fact: str
) -> None:
    sent = visitor.send("/en/track", {"reference": reference_typed, "fact": fact})

    assert sent.status_code == 422
    assert "<b>" not in sent.text


@pytest.mark.parametrize(
    ("reference", "fact", "said"),
    [
        ("", "LL99 9AA", ["Write your reference. It has 11 digits."]),
        ("1234", "LL99 9AA", ["Check the reference. It has 11 digits."]),
        ("12345678978", "LL99", ["Write a whole postcode"]),
        ("", "", ["Write your reference.", "Write a whole postcode"]),
    ],
)
def test_what_is_missing_or_misshapen_is_said_before_anything_is_looked_for(
    visitor: Visitor, reference: str, fact: str, said: list[str]
) -> None:
    page = visitor.send("/en/track", {"reference": reference, "fact": fact}).text

    assert all(page.count(words) == 2 for words in said)
    assert page.count('aria-invalid="true"') == len(said)
    assert "We cannot find a request" not in page


def test_each_box_that_may_be_wrong_is_described_by_the_error(
    visitor: Visitor, reference: str
) -> None:
    page = visitor.send("/en/track", {"reference": reference, "fact": "LL99 9AB"}).text

    assert 'aria-describedby="reference-hint reference-wrong" aria-invalid="true"' in page
    assert 'aria-describedby="fact-hint reference-wrong" aria-invalid="true"' in page
    assert page.count('id="reference-wrong"') == 1


@pytest.mark.promise("P14")
def test_postcodes_are_not_tried_out_one_after_another(
    visitor: Visitor, reference: str, clock: SettableClock
) -> None:
    for _ in range(MOST_WRONG_FACTS):
        visitor.send("/en/track", {"reference": reference, "fact": "LL99 9AB"})

    right = {"reference": reference, "fact": "LL99 9AA"}
    refused = visitor.send("/en/track", right)
    clock.move(minutes=61)
    later = visitor.look_up(reference, "LL99 9AA")

    assert refused.status_code == 422
    assert "We cannot find a request" in refused.text
    assert later.status_code == 200


def test_a_closed_request_is_promised_nothing_any_more(
    visitor: Visitor, house: House, reference: str
) -> None:
    with house.database.session("aberwen") as session:
        session.sql.query(Case).update({"status": Status.CLOSED.value})

    found = visitor.look_up(reference, "LL99 9AA").text

    assert "Closed" in found
    assert "We answer by" not in found


def test_the_code_on_a_letter_leads_to_the_page_with_the_reference_filled_in(
    visitor: Visitor, reference: str
) -> None:
    digits = reference.replace(" ", "")

    opened = visitor.open(f"/r/{digits}", Accept_Language="cy")
    page = visitor.open(opened.headers["Location"]).text

    assert opened.headers["Location"] == f"/cy/track?reference={digits}"
    assert f'value="{reference}"' in page


def test_a_code_that_is_no_reference_fills_in_nothing(visitor: Visitor) -> None:
    opened = visitor.open("/r/%3Cscript%3E")

    assert opened.headers["Location"] == "/en/track?reference="


def test_no_address_on_the_way_of_a_request_holds_anything_personal(
    visitor: Visitor, house: House
) -> None:
    check = finish(visitor, house, EVERYTHING)

    page = visitor.open(check).text
    addresses = " ".join(re.findall(r'(?:href|action)="([^"]*)"', page))

    assert not any(words in addresses for words in ("Ann", "High", "LL99", "07700900", "Sofa"))


def _without_token(page: str) -> str:
    return re.sub(r'name="csrf_token" value="[^"]+"', "", page)
