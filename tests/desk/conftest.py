"""The desk with two councils behind it, and people who work there."""

import pytest
from flask import Flask

from channels.pages import House
from hub.values import Duty, Role
from tests.desk.people import Clerk, Desk
from tests.provision.time_and_chance import SettableClock
from tests.web.conftest import app, house, make_house, rooms, store, two_councils
from tests.web.shown import served

__all__ = ["app", "house", "make_house", "rooms", "served", "store", "two_councils"]


@pytest.fixture
def desk(app: Flask, house: House, clock: SettableClock) -> Desk:
    """Give what lets people work at the desk."""
    return Desk(app, house, clock)


@pytest.fixture
def clerk(desk: Desk) -> Clerk:
    """Give an officer of waste collections who is signed in."""
    return desk.clerk("ann", Duty(Role.OFFICER, "waste-collections"))
