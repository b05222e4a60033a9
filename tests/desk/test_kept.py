"""A form that is sent when the session has ended: nothing is lost, and nobody else gets it."""

from hub.values import Duty, Role
from tests.desk.people import Clerk, Desk
from tests.web.visitor import Visitor

_TYPED = "Ann of the zqx desk"


def _ended(clerk: Clerk, words: str = _TYPED, **more: str) -> str:
    clerk.open("/account")
    clerk.clock.move(minutes=31)
    sent = clerk.send("/account/name", {"shown": words, **more}, page="/account")
    return sent.headers.get("Location", "") or sent.text


def test_what_was_typed_is_offered_after_signing_in_and_sent_then(clerk: Clerk) -> None:
    led = _ended(clerk)
    page = clerk.visitor.open(led)
    arrived = clerk.come_back()

    shown = clerk.visitor.open(arrived.headers["Location"])
    sent = clerk.send("/account/name", {"shown": _TYPED}, page="/go-on")

    assert "What you typed is kept." in page.text
    assert arrived.headers["Location"] == "/en/desk/go-on"
    assert f'name="shown" value="{_TYPED}"' in shown.text
    assert sent.status_code == 303
    assert _TYPED in clerk.open("/account").text
    assert clerk.open("/go-on").status_code == 303


def test_it_may_be_left(clerk: Clerk) -> None:
    _ended(clerk)
    clerk.come_back()

    clerk.send("/go-on", {})

    assert clerk.open("/go-on").status_code == 303
    assert _TYPED not in clerk.open("/account").text


def test_nobody_else_who_signs_in_at_that_browser_sees_it(clerk: Clerk, desk: Desk) -> None:
    bob = desk.clerk("bob", Duty(Role.COUNTER))
    _ended(clerk)
    bob.visitor = clerk.visitor

    arrived = bob.come_back()

    assert arrived.headers["Location"] == "/en/desk"
    assert _TYPED not in bob.open("/go-on").text


def test_it_lies_sealed(clerk: Clerk, desk: Desk) -> None:
    _ended(clerk)

    with desk.house.database.engine.connect() as line:
        kept = line.exec_driver_sql("SELECT kept FROM staff_sessions").scalars().all()
    assert [row for row in kept if row]
    assert not [row for row in kept if row and (_TYPED in row or _TYPED.encode().hex() in row)]


def test_too_much_to_keep_is_shown_to_be_copied(clerk: Clerk) -> None:
    told = _ended(clerk, "zqx " * 60_000)

    assert "We could not keep what you typed." in told
    assert told.count("zqx ") >= 60_000


def test_a_browser_without_a_token_can_have_nothing_kept(clerk: Clerk, desk: Desk) -> None:
    stranger = Clerk("ann", Visitor(desk.app), clerk.clock)
    stranger.visitor.client.set_cookie("desk", "a token of nobody")

    told = stranger.send("/account/name", {"shown": _TYPED}, page="/sign-in")

    assert "We could not keep what you typed." in told.text
    assert _TYPED in told.text


def test_passwords_are_never_kept(clerk: Clerk, desk: Desk) -> None:
    clerk.open("/account")
    clerk.clock.move(minutes=31)

    sent = clerk.send("/account/password", {"password": "zq-secret-zq"}, page="/account")

    assert sent.headers["Location"] == "/en/desk/sign-in"
    with desk.house.database.engine.connect() as line:
        kept = line.exec_driver_sql("SELECT kept FROM staff_sessions").scalars().all()
    assert set(kept) == {None}


def test_the_duty_that_was_chosen_goes_along(desk: Desk) -> None:
    clerk = desk.clerk("cat", Duty(Role.COUNTER), Duty(Role.OFFICER, "waste-collections"))
    clerk.send("/as", {"duty": "officer.waste-collections"})
    _ended(clerk)

    clerk.come_back()

    assert "Cat: Officer, Waste collections" in clerk.open().text
