"""Who may open which page of staff: every route, as every role, as somebody halfway, as nobody."""

from collections.abc import Mapping

import pytest
from flask import Flask
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from channels.pages import guard
from hub.values import Duty, Role
from tests.desk.people import Clerk, Desk
from tests.house import source
from tests.web.visitor import Visitor

_ANYBODY = {
    "sign_in", "try_to_sign_in", "forgotten", "sign_out", "signed_out", "set_up", "try_to_set_up",
    "sign_in_elsewhere", "come_from_elsewhere",
}  # fmt: skip
_HALFWAY = {
    "second_step", "take_second_step", "recover", "try_to_recover", "set_up_second_step",
    "confirm_second_step",
}  # fmt: skip
_STAFF = {
    "home", "choose_duty", "take_duty", "account", "rename", "change_password", "new_codes",
    "end_session", "back_to_account", "go_on_with_form", "leave_form",
}  # fmt: skip
_IN_ROLE: Mapping[str, set[Role]] = {
    name: {Role.OFFICER, Role.SUPERVISOR} for name in ("case", "search", "look_for")
}
_IN, _SIGN_IN, _SECOND, _CHOOSE, _HOME, _NOT_YOURS = (
    "in", "sign in", "second step", "choose", "home", "not yours",
)  # fmt: skip
_DUTIES = {role: Duty(role, "waste-collections" if role.needs_team else "") for role in Role}


@pytest.mark.house
def test_every_page_of_staff_says_who_may_open_it(app: Flask) -> None:
    silent = [
        rule.endpoint
        for rule in _rules(app)
        if not guard.who_may(app.view_functions[rule.endpoint])
    ]

    source.none_of(silent, "say with @may(…) who may open it")


def test_the_table_of_this_test_names_every_page(app: Flask) -> None:
    named = _ANYBODY | _HALFWAY | _STAFF | set(_IN_ROLE)

    assert {rule.endpoint.removeprefix("desk.") for rule in _rules(app)} == named


@pytest.mark.parametrize("role", Role)
def test_each_role_opens_its_own_pages_and_no_others(desk: Desk, role: Role) -> None:
    clerk = desk.clerk("ann", _DUTIES[role])

    seen = _asked(desk.app, clerk)

    assert seen == {name: _expected(name, role) for name in seen}


def test_nobody_opens_what_is_for_staff(desk: Desk) -> None:
    nobody = Clerk("nobody", Visitor(desk.app), desk.clock)

    seen = _asked(desk.app, nobody)

    assert seen == {name: _IN if name in _ANYBODY else _SIGN_IN for name in seen}


def test_somebody_halfway_gets_no_further(desk: Desk) -> None:
    desk.clerk("ann", _DUTIES[Role.ADMINISTRATOR])
    halfway = Clerk("ann", Visitor(desk.app), desk.clock)
    halfway.sign_in()

    seen = _asked(desk.app, halfway)

    led = {"set_up_second_step", "confirm_second_step"}  # theirs is set up
    open_ = (_ANYBODY | _HALFWAY) - led
    assert seen == {name: _IN if name in open_ else _SECOND for name in seen}


def test_who_has_several_roles_chooses_one_before_anything_of_a_role(desk: Desk) -> None:
    clerk = desk.clerk("ann", *(_DUTIES[role] for role in (Role.OFFICER, Role.COUNTER)))

    assert _kind(clerk.open("/cases/12345678978")) == _CHOOSE
    clerk.send("/as", {"duty": "counter."})
    assert _kind(clerk.open("/cases/12345678978")) == _NOT_YOURS
    clerk.send("/as", {"duty": "officer.waste-collections"})
    assert _kind(clerk.open("/cases/12345678978")) == _IN
    assert clerk.send("/as", {"duty": "administrator."}).status_code == 422


def _rules(app: Flask) -> list[Rule]:
    return [rule for rule in app.url_map.iter_rules() if rule.endpoint.startswith("desk.")]


def _asked(app: Flask, clerk: Clerk) -> dict[str, str]:
    """Ask for every page, and send every form empty; signing out comes last, for it ends all."""
    seen: dict[str, str] = {}
    token = clerk.visitor.token("/en/track")
    for rule in sorted(_rules(app), key=lambda rule: rule.endpoint == "desk.sign_out"):
        address = rule.rule.replace("<language:language>", "en").replace("<reference>", "123")
        is_get = "GET" in (rule.methods or ())
        answer = (
            clerk.visitor.open(address) if is_get else clerk.visitor.send(address, {}, token=token)
        )
        seen[rule.endpoint.removeprefix("desk.")] = _kind(answer)
    return seen


def _expected(name: str, role: Role) -> str:
    if name in _HALFWAY | {"sign_in", "go_on_with_form", "leave_form"}:  # no form is kept
        return _HOME
    return _IN if name not in _IN_ROLE or role in _IN_ROLE[name] else _NOT_YOURS


def _kind(answer: TestResponse) -> str:
    where = answer.headers.get("Location", "")
    led = {"sign-in": _SIGN_IN, "second-step": _SECOND, "as": _CHOOSE, "desk": _HOME}
    if answer.status_code == 303 and (kind := led.get(where.rsplit("/", 1)[1])):
        return kind
    return _NOT_YOURS if answer.status_code == 403 else _IN
