"""My work and one case: what a team sees, what others do not, and that reading is history."""

import pytest
from sqlalchemy import select

from channels.pages import House
from hub.history import Entry
from hub.values import Duty, Role
from tests.desk.people import Clerk, Desk

_BADGES = "blue-badges"
_WASTE = "waste-collections"
_NAME = "Siân Ŵyn Jones"


def reads(house: House) -> list[str]:
    with house.database.reading("aberwen") as session:
        wanted = select(Entry.actor).where(Entry.kind == "CaseRead").order_by(Entry.number)
        return list(session.sql.scalars(wanted))


def test_an_officer_sees_the_open_cases_of_their_team(clerk: Clerk, desk: Desk) -> None:
    reference = desk.a_case(_WASTE)

    home = clerk.open()

    assert f"/en/desk/cases/{reference}" in home.text
    assert "Report a missed bin" in home.text
    assert "With the team" in home.text
    assert "25 November 2026" in home.text
    assert _NAME not in home.text
    assert reads(desk.house) == []


def test_a_case_shows_its_answers_and_what_happened_and_that_it_was_read_is_history(
    clerk: Clerk, desk: Desk
) -> None:
    reference = desk.a_case(_WASTE)

    page = clerk.open(f"/cases/{reference}")

    assert page.status_code == 200
    assert _NAME in page.text
    assert "It was passed to this team: Waste collections." in page.text
    actors = reads(desk.house)
    assert len(actors) == 1
    assert actors[0] not in {"system", "resident"}


def test_one_page_is_one_line_of_history(clerk: Clerk, desk: Desk) -> None:
    reference = desk.a_case(_WASTE)

    for _ in range(2):
        clerk.open(f"/cases/{reference}")

    assert len(reads(desk.house)) == 2


@pytest.mark.parametrize(
    "duty",
    [
        Duty(Role.OFFICER, _WASTE),
        Duty(Role.SUPERVISOR, _WASTE),
        Duty(Role.SUPERVISOR),
    ],
)
def test_outside_a_sensitive_team_there_is_not_even_a_count(desk: Desk, duty: Duty) -> None:
    clerk = desk.clerk("ann", duty)
    reference = desk.a_case(_BADGES)
    before, unknown = clerk.open().text, clerk.open("/cases/12345678978")

    seen = clerk.open(f"/cases/{reference}")

    assert seen.status_code == unknown.status_code == 404
    assert seen.text.replace(reference, "") == unknown.text.replace("12345678978", "")
    assert reference not in before
    assert "No request is open with your team." in before
    assert reads(desk.house) == []


def test_its_own_officer_sees_a_sensitive_case(desk: Desk) -> None:
    clerk = desk.clerk("ann", Duty(Role.OFFICER, _BADGES))
    reference = desk.a_case(_BADGES)

    assert "1 in all" in clerk.open().text
    assert clerk.open(f"/cases/{reference}").status_code == 200


def test_a_supervisor_of_the_council_sees_the_cases_of_all_other_teams(desk: Desk) -> None:
    clerk = desk.clerk("ann", Duty(Role.SUPERVISOR))
    for team in (_WASTE, "highways", _BADGES):
        desk.a_case(team, name=team)

    home = clerk.open().text

    assert "2 in all" in home
    assert "Highways" in home
    assert "Blue Badges" not in home


@pytest.mark.parametrize("reference", ["123", "x", "00000000000", "%00", "1" * 500])
def test_what_is_no_reference_is_not_there(clerk: Clerk, reference: str) -> None:
    assert clerk.open(f"/cases/{reference}").status_code == 404


def test_the_list_goes_on_page_after_page(clerk: Clerk, desk: Desk) -> None:
    references = {desk.a_case(_WASTE, name=f"case {number}") for number in range(28)}

    first = clerk.open().text
    after = first.split("/en/desk?after=")[1].split('"')[0]
    second = clerk.open(f"?after={after}").text

    shown = [{one for one in references if one in page} for page in (first, second)]
    assert [len(one) for one in shown] == [25, 3]
    assert shown[0] | shown[1] == references
    assert "28 in all" in first


@pytest.mark.parametrize("after", ["x", "~", "%00", "2026-11-23T09:30:00%2B00:00~zz"])
def test_a_mark_that_is_none_shows_the_first_page(clerk: Clerk, desk: Desk, after: str) -> None:
    reference = desk.a_case(_WASTE)

    assert reference in clerk.open(f"?after={after}").text


def test_the_desk_speaks_welsh(clerk: Clerk, desk: Desk) -> None:
    reference = desk.a_case(_WASTE)

    home = clerk.visitor.open("/cy/desk").text
    case = clerk.visitor.open(f"/cy/desk/cases/{reference}").text

    assert "Fy ngwaith" in home
    assert "Swyddog, Casgliadau gwastraff" in home
    assert "Yr hyn sydd wedi digwydd" in case


def test_what_somebody_changes_of_their_account_is_changed(clerk: Clerk) -> None:
    wrong = clerk.send("/account/name", {"shown": "  "}, page="/account")
    clerk.send("/account/name", {"shown": "Ann <b>of</b> waste"}, page="/account")

    page = clerk.open("/account").text

    assert wrong.status_code == 422
    assert "Ann &lt;b&gt;of&lt;/b&gt; waste" in page


def test_another_place_is_signed_out_from_here(clerk: Clerk, desk: Desk) -> None:
    there = Clerk("ann", clerk.visitor.__class__(desk.app), clerk.clock, clerk.secret)
    there.come_back()
    page = clerk.open("/account").text
    session = page.split('name="session" value="')[1].split('"')[0]

    clerk.send("/account/end", {"session": session}, page="/account")

    assert there.open().status_code == 303
    assert clerk.open().status_code == 200


def test_a_new_password_is_asked_for_with_the_old_one_and_counted(clerk: Clerk) -> None:
    new = {"password": "another-plover-kettle", "password_again": "another-plover-kettle"}
    for _ in range(5):
        wrong = clerk.send("/account/password", {"password_before": "x", **new}, page="/account")
        assert "This is not the password that you have now" in wrong.text

    waits = clerk.send(
        "/account/password", {"password_before": "plover-kettle-orchard", **new}, page="/account"
    )

    assert "You can try again at" in waits.text
