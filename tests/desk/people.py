"""People who work at the desk, each with a browser and an app on their phone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import pyotp
from flask import Flask
from werkzeug.test import TestResponse

from channels.pages import House
from hub import cases, staff
from hub.staff import Viewer
from hub.values import Duty
from tests.builders.requests import a_case, a_submission
from tests.provision.time_and_chance import SettableClock
from tests.web.visitor import Visitor

PASSWORD = "plover-kettle-orchard"
_SECRET = re.compile(r"<strong>([A-Z2-7 ]{30,})</strong>")
_RECOVERY = re.compile(r"<strong>([A-Z2-7]{4}(?:-[A-Z2-7]{4}){3})</strong>")


@dataclass
class Clerk:
    """Be somebody with an account."""

    name: str
    visitor: Visitor
    clock: SettableClock
    secret: str = ""
    recovery: Sequence[str] = ()

    def code(self) -> str:
        """Give what their app shows now."""
        return pyotp.TOTP(self.secret).at(self.clock())

    def open(self, path: str = "") -> TestResponse:
        """Open a page of the desk."""
        return self.visitor.open(f"/en/desk{path}")

    def send(self, path: str, form: dict[str, str], *, page: str = "") -> TestResponse:
        """Send a form of the desk, with a token of the page on which it is."""
        address = f"/en/desk{page or path}"
        return self.visitor.send(f"/en/desk{path}", form, page=address)

    def sign_in(self, password: str = PASSWORD) -> TestResponse:
        """Send name and password."""
        return self.send("/sign-in", {"name": self.name, "password": password})

    def come_back(self) -> TestResponse:
        """Sign in with both steps, half a minute after the last time."""
        self.clock.move(minutes=1)
        sent = self.sign_in()
        assert sent.status_code == 303, sent.text
        return self.send("/second-step", {"digits": self.code()})


@dataclass
class Desk:
    """Hold the application, and add people to it."""

    app: Flask
    house: House
    clock: SettableClock

    def add(self, name: str, *duties: Duty) -> str:
        """Add an account, and give the code to set it up with."""
        with self.house.database.session("aberwen") as session:
            system = Viewer.system("aberwen")
            return staff.add(session, system, name=name, shown=name.title(), duties=duties)[1]

    def clerk(self, name: str, *duties: Duty) -> Clerk:
        """Give somebody who set everything up by the pages, and is signed in."""
        clerk = Clerk(name, Visitor(self.app), self.clock)
        code = self.add(name, *duties)
        told = {"name": name, "letters": code, "password": PASSWORD, "password_again": PASSWORD}
        assert clerk.send("/set-up", told).status_code == 303
        found = _SECRET.search(clerk.open("/second-step/set-up").text)
        assert found
        clerk.secret = found[1].replace(" ", "")
        shown = clerk.send("/second-step/set-up", {"digits": clerk.code()})
        clerk.recovery = _RECOVERY.findall(shown.text)
        assert len(clerk.recovery) == 10, shown.text
        return clerk

    def a_case(self, team: str, name: str = "first") -> str:
        """Have a case lie with a team, and give its reference in digits."""
        from_now = a_submission(external_id=name, at=self.clock())
        with self.house.database.session("aberwen") as session:
            council = self.house.councils.by_id("aberwen")
            receipt = a_case(session, from_now, council=council)
            system = Viewer.system("aberwen")
            cases.give_to_team(session, system, receipt.case_id, team=team, reason="a test")
        return receipt.reference.digits
