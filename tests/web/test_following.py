"""A request that was looked up: its steps, what is added to it, that somebody still waits."""

import re

import pytest
from sqlalchemy import select

from channels.app import make_app
from channels.pages import House
from hub import cases, intake
from hub.arrivals import Arrival
from hub.cases import Case, Status
from hub.enclosures import MOST_ADDED, Enclosure
from hub.history import Entry, EntryText
from hub.staff import Viewer
from tests.provision.time_and_chance import SettableClock
from tests.web.answers import EVERYTHING
from tests.web.uploading import quick
from tests.web.visitor import Visitor, finish

__all__ = ["quick"]

FOUND = "/en/track/request"
SYSTEM = Viewer.system("aberwen")


@pytest.fixture
def resident(quick: House) -> Visitor:
    """Give a resident who has sent a request and looked it up."""
    visitor = Visitor(make_app(quick))
    finish(visitor, quick, EVERYTHING)
    sent = re.search(r'class="reference">([\d ]+)<', visitor.submit("try-everything").text)
    assert sent
    visitor.look_up(sent[1], "LL99 9AA")
    return visitor


def case_of(house: House) -> Case:
    with house.database.reading("aberwen") as session:
        return session.sql.scalars(select(Case)).one()


def arrivals_of(house: House) -> list[str | None]:
    with house.database.reading("aberwen") as session:
        wanted = select(Arrival.outcome).order_by(Arrival.recorded_at, Arrival.id)
        return list(session.sql.scalars(wanted))


def told_to(house: House) -> list[str]:
    with house.database.reading("aberwen") as session:
        texts = session.sql.scalars(select(EntryText.text).order_by(EntryText.number))
        return [text["note"] for text in texts if "note" in text]


def given_to_a_team(house: House) -> None:
    with house.database.session("aberwen") as session:
        case_id = session.sql.scalars(select(Case.id)).one()
        cases.give_to_team(session, SYSTEM, case_id, team="highways", reason="no rule held")


def test_the_steps_so_far_are_told_with_their_days(resident: Visitor, quick: House) -> None:
    given_to_a_team(quick)

    page = resident.open(FOUND).text

    assert "We received your request." in page
    assert "We passed it to this team: Highways." in page
    assert page.count("Monday 23 November 2026") == 3


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("status", list(Status))
def test_every_status_is_said_in_plain_words_with_what_happens_next(
    resident: Visitor, quick: House, status: Status, language: str
) -> None:
    with quick.database.session("aberwen") as session:
        session.sql.query(Case).update({"status": status.value})

    page = resident.open(f"/{language}/track/request")

    assert page.status_code == 200
    assert 'id="next"' in page.text


def test_a_note_joins_the_case_and_the_team_is_told(resident: Visitor, quick: House) -> None:
    sent = resident.send(f"{FOUND}/add", {"note": "The hole is deeper now."})
    page = resident.open(sent.headers["Location"]).text
    again = resident.open(FOUND).text

    assert told_to(quick) == ["The hole is deeper now."]
    assert arrivals_of(quick) == ["opened", "joined"]
    assert "We have added this to your request" in page
    assert "You told us more." in page
    assert "We have added this to your request" not in again


def test_a_double_click_adds_a_note_once_and_an_edited_one_is_not_lost(
    resident: Visitor, quick: House
) -> None:
    form = {"note": "It is deeper now.", **resident.hidden}
    resident.send(f"{FOUND}/add", form)
    resident.send(f"{FOUND}/add", form)
    resident.send(f"{FOUND}/add", {**form, "note": "It is wider now."})

    assert told_to(quick) == ["It is deeper now.", "It is wider now."]
    assert intake.account(quick.database).is_clean


def test_a_photo_joins_the_case_once_and_settles_what_was_owed(
    resident: Visitor, quick: House
) -> None:
    page = resident.open(FOUND).text
    resident.upload(f"{FOUND}/add", ("hole.jpg", b"a hole"), which="picture", note="")
    resident.upload(f"{FOUND}/add", ("hole.jpg", b"a hole"), which="picture", note="")

    after = resident.open(FOUND).text
    with quick.database.reading("aberwen") as session:
        kept = session.sql.scalars(select(Enclosure.path)).all()
    assert 'value="picture"' in page
    assert "What you still need to send us" in page
    assert "What you still need to send us" not in after
    assert "You added a photo or a document." in after
    assert list(kept) == ["picture"]


def test_what_is_wrong_with_one_file_is_said_of_it_and_the_rest_is_taken(
    resident: Visitor, quick: House
) -> None:
    files = (("one.jpg", b"a hole"), ("two.exe", b"type"))

    shown = resident.upload(f"{FOUND}/add", *files, note="Two photos")

    assert shown.status_code == 422
    assert "two.exe" in shown.text
    assert ">\nTwo photos</textarea>" not in shown.text
    assert arrivals_of(quick) == ["opened", "joined", "joined"]


def test_no_more_files_are_taken_than_a_case_can_hold(resident: Visitor, quick: House) -> None:
    photos = [(f"{n}.jpg", f"photo {n}".encode()) for n in range(MOST_ADDED + 1)]
    for start in range(0, MOST_ADDED, 10):
        resident.upload(f"{FOUND}/add", *photos[start : start + 10], note="")

    shown = resident.upload(f"{FOUND}/add", photos[-1], note="")
    many = resident.upload(f"{FOUND}/add", *photos[:11], note="")

    assert "No more photos or documents can be added here." in shown.text
    assert "Choose 10 files at most at a time." in many.text
    assert len(arrivals_of(quick)) == 1 + MOST_ADDED


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("", "Write something, or choose a photo or a document."),
        ("x" * 2001, "Use 2000 characters or fewer."),
        ("a\u202eb", "Your answer contains a character we cannot use."),
    ],
)
def test_a_note_that_cannot_be_taken_is_shown_again(
    resident: Visitor, quick: House, note: str, said: str
) -> None:
    shown = resident.send(f"{FOUND}/add", {"note": note})

    assert shown.status_code == 422
    assert shown.text.count(said) == 2
    assert f">\n{note}</textarea>" in shown.text
    assert arrivals_of(quick) == ["opened"]


def test_a_note_goes_along_into_the_other_language(resident: Visitor, quick: House) -> None:
    shown = resident.send("/cy/track/request/add", {"note": "Deeper", "tongue": "cy"})

    assert "Dweud mwy wrthym" in shown.text
    assert ">\nDeeper</textarea>" in shown.text
    assert arrivals_of(quick) == ["opened"]


def test_who_waits_before_the_promised_day_is_told_from_when_they_may_say_so(
    resident: Visitor, quick: House
) -> None:
    page = resident.open(FOUND).text
    resident.send(f"{FOUND}/waiting", {})

    assert "you can tell us on this page from Tuesday 1 December 2026" in page
    assert arrivals_of(quick) == ["opened", "refused"]


def test_who_still_waits_says_so_once_a_week_and_sees_that_it_was_passed_on(
    resident: Visitor, quick: House, clock: SettableClock
) -> None:
    reference = case_of(quick).reference
    clock.move(days=8)
    late = resident.look_up(reference, "LL99 9AA").text
    resident.send(f"{FOUND}/waiting", {})
    resident.send(f"{FOUND}/waiting", {})
    passed_on = resident.open(FOUND).text
    clock.move(days=7)
    again = resident.look_up(reference, "LL99 9AA").text

    assert "That day has passed, and we are sorry." in late
    assert "Tell the team that I still wait" in late
    assert "We passed it on to the team on Tuesday 1 December 2026." in passed_on
    assert "Tell the team that I still wait" not in passed_on
    assert "Tell the team that I still wait" in again
    assert arrivals_of(quick) == ["opened", "joined"]
    assert intake.account(quick.database).is_clean


def test_after_half_an_hour_the_second_fact_is_asked_again_and_the_note_is_kept(
    resident: Visitor, quick: House, clock: SettableClock
) -> None:
    reference = case_of(quick).reference
    clock.move(minutes=31)
    asked = resident.send(f"{FOUND}/add", {"note": "It is <deeper> now."})
    closed = resident.open(FOUND)
    known = {"reference": reference, "fact": "LL99 9AA", "kept": "It is <deeper> now."}
    shown = resident.send("/en/track", known)

    assert asked.status_code == 422
    assert 'name="kept" value="It is &lt;deeper&gt; now."' in asked.text
    assert closed.headers["Location"] == "/en/track"
    assert ">\nIt is &lt;deeper&gt; now.</textarea>" in shown.text
    assert arrivals_of(quick) == ["opened"]


def test_who_closes_their_request_is_not_known_any_more(resident: Visitor) -> None:
    left = resident.send(f"{FOUND}/leave", {})
    asked = resident.open(left.headers["Location"]).text
    back = resident.open(FOUND)

    assert "This request is closed on this computer." in asked
    assert back.status_code == 303


def test_a_page_of_one_request_adds_nothing_to_another(resident: Visitor, quick: House) -> None:
    page_of_the_first = dict(resident.hidden)
    finish(resident, quick, EVERYTHING)
    sent = re.search(r'class="reference">([\d ]+)<', resident.submit("try-everything").text)
    assert sent
    resident.look_up(sent[1], "LL99 9AA")

    shown = resident.send(f"{FOUND}/add", {"note": "Deeper", **page_of_the_first})

    assert shown.status_code == 422
    assert told_to(quick) == []


@pytest.mark.parametrize("path", ["add", "waiting", "leave"])
def test_nothing_is_done_without_the_token_of_our_own_page(
    resident: Visitor, quick: House, path: str
) -> None:
    shown = resident.send(f"{FOUND}/{path}", {"note": "Deeper"}, token="wrong")

    assert shown.status_code == 400
    assert arrivals_of(quick) == ["opened"]


def test_nobody_who_is_not_known_is_shown_or_may_do_anything(quick: House) -> None:
    stranger = Visitor(make_app(quick))
    stranger.token("/en/track")

    shown = stranger.open(FOUND)
    sent = [stranger.send(f"{FOUND}/{path}", {"note": "x"}) for path in ("add", "waiting")]

    assert shown.headers["Location"] == "/en/track"
    assert [one.status_code for one in sent] == [422, 303]
    assert arrivals_of(quick) == []


def test_every_page_of_it_is_written_into_the_history(resident: Visitor, quick: House) -> None:
    resident.open(FOUND)

    with quick.database.reading("aberwen") as session:
        kinds = session.sql.scalars(select(Entry.kind).order_by(Entry.number)).all()
    assert kinds[-1] == "CaseRead"
