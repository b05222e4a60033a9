"""A resident who is asked for a picture, in a house that takes files as they are."""

import re
from itertools import takewhile

import pytest

from channels.app import make_app
from channels.pages import House
from hub.enclosures import NotOpened, Opened, OpenerAway, Why
from tests.web.answers import EVERYTHING
from tests.web.conftest import MakeHouse
from tests.web.visitor import Visitor, finish

START = "/en/report/try-everything"
PICTURE = f"{START}/picture"
THUMBNAIL = re.compile(r'<img src="([^"]+)"')
REMOVE = re.compile(r'name="remove" value="([^"]+)"')
_TROUBLE = re.compile(r'<p class="wrong"[^>]*><span class="unseen">[^<]*</span>([^<]+)</p>')


class FakeOpener:
    """Take whatever is sent as a photo of its own, but what says why it is not taken."""

    def open(self, content: bytes) -> Opened:
        """Judge by the content, which is the reason, or anything."""
        said = content.decode(errors="replace")
        if said in set(Why):
            raise NotOpened(Why(said))
        if said == "away":
            raise OpenerAway
        return Opened("image/jpeg", content, b"small " + content, 1)


@pytest.fixture
def quick(make_house: MakeHouse) -> House:
    """Give a house that takes files as they are, without a child process."""
    return make_house(opener=FakeOpener())


@pytest.fixture
def asked(quick: House) -> Visitor:
    """Give a resident who is asked for a picture, in that house."""
    return led_to_the_picture(quick)


def led_to_the_picture(house: House) -> Visitor:
    visitor = Visitor(make_app(house))
    finish(visitor, house, dict(takewhile(lambda one: one[0] != "picture", EVERYTHING.items())))
    visitor.open(PICTURE)
    return visitor


def troubles(page: str) -> list[str]:
    return _TROUBLE.findall(page)
