"""What the tests of the text door stand on: the application, and Twilio at its door."""

import pytest

from channels.pages import House
from tests.sms.caller import ENVIRON, Caller
from tests.web.conftest import MakeHouse, make_house, rooms, store, two_councils

__all__ = ["make_house", "rooms", "store", "two_councils"]


@pytest.fixture
def house(make_house: MakeHouse) -> House:
    """Give a house with an account at Twilio."""
    return make_house(**ENVIRON)


@pytest.fixture
def twilio(house: House) -> Caller:
    """Give Twilio."""
    return Caller(house)
