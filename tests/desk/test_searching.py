"""Looking for a request at the desk: found by words, which stand in no address and no log."""

import pytest
from sqlalchemy import select

from hub import cases
from hub.staff import Viewer
from hub.staff.rows import SignedIn
from hub.values import Duty, Role
from tests.desk.people import Clerk, Desk

_WASTE = "waste-collections"


def index(desk: Desk) -> None:
    with desk.house.database.session("aberwen") as session:
        cases.index_waiting(session, Viewer.system("aberwen"))


def look_for(clerk: Clerk, words: str) -> str:
    sent = clerk.send("/search", {"words": words})
    assert sent.headers["Location"] == "/en/desk/search"
    return clerk.open("/search").text


def test_a_request_is_found_by_part_of_a_name_and_opened_from_there(
    clerk: Clerk, desk: Desk
) -> None:
    reference = desk.a_case(_WASTE)
    index(desk)

    page = look_for(clerk, "ŵyn jon")

    assert f'href="/en/desk/cases/{reference}"' in page
    assert 'value="ŵyn jon"' in page
    assert clerk.open(f"/cases/{reference}").status_code == 200
    assert f"/en/desk/cases/{reference}" in clerk.open("/search").text


def test_a_misspelt_word_is_told(clerk: Clerk, desk: Desk) -> None:
    desk.a_case(_WASTE)
    index(desk)

    assert "Nothing has “jnoes”. We looked for: jones." in look_for(clerk, "Jnoes")


def test_what_is_not_there_is_said_and_nothing_typed_is_lost(clerk: Clerk, desk: Desk) -> None:
    desk.a_case(_WASTE)
    index(desk)

    page = look_for(clerk, "Zebedee <b>")

    assert "No request of your team has all these words." in page
    assert 'value="Zebedee &lt;b&gt;"' in page


def test_another_teams_requests_are_not_found(clerk: Clerk, desk: Desk) -> None:
    reference = desk.a_case("highways")
    index(desk)

    assert str(reference) not in look_for(clerk, "Jones")


@pytest.mark.parametrize("words", ["", " ", "x" * 5000, "\x00", "%"])
def test_whatever_is_typed_is_answered(clerk: Clerk, desk: Desk, words: str) -> None:
    desk.a_case(_WASTE)
    index(desk)

    assert "Look for a request" in look_for(clerk, words)


def test_what_was_looked_for_is_forgotten(clerk: Clerk, desk: Desk) -> None:
    look_for(clerk, "Siân")
    desk.clock.move(days=2)
    desk.clerk("bob", Duty(Role.OFFICER, _WASTE))

    with desk.house.database.reading("aberwen") as session:
        assert set(session.sql.scalars(select(SignedIn.sought))) == {None}
