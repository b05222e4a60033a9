"""The account from which text messages are sent: all of it is told, or nothing."""

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from hub.settings.refusals import SettingsRefused

_ACCOUNT = "HUB_TWILIO_ACCOUNT"
_FROM = "HUB_TWILIO_FROM"
_URL = "HUB_TWILIO_URL"
_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
_SHAPE = re.compile("AC[0-9a-fA-F]{32}")
_NUMBER = re.compile(r"\+[1-9][0-9]{6,14}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """Say as whom texts are sent, by which number or messaging service, and to which server.

    `next_token` is the account's other token while the token is being changed: what is signed with
    either is believed.
    """

    account: str
    token: str = field(repr=False)
    next_token: str | None = field(repr=False)
    sender: str | None
    service: str | None
    url: str


def judge_texts(texts: Texts | None, *, is_begun: bool, production: bool) -> None:
    """Let pass an account that can send, or none at all.

    :raises SettingsRefused: if something of it is lacking or cannot be.
    """
    if texts is None:
        if is_begun:
            raise SettingsRefused(name=_ACCOUNT, why="and HUB_TWILIO_TOKEN must be set together.")
        return
    if not _SHAPE.fullmatch(texts.account):
        raise SettingsRefused(name=_ACCOUNT, why="must be AC and 32 hexadecimal digits.")
    if bool(texts.sender) is bool(texts.service):
        raise SettingsRefused(name=_FROM, why="or HUB_TWILIO_SERVICE must be set, and not both.")
    if texts.sender and not _NUMBER.fullmatch(texts.sender):
        raise SettingsRefused(name=_FROM, why="must be a number such as +447700900982.")
    server = urlsplit(texts.url)
    if production and server.scheme != "https" and server.hostname not in _HERE:
        why = "must begin with https:// in production, or name this machine."
        raise SettingsRefused(name=_URL, why=why)


def demand_one_council(texts: Texts | None, *, count: int) -> None:
    """Let pass a hub whose account sends for one council, or that has no account.

    One number stands for one council: a STOP to it would be written down for another's residents.

    :raises SettingsRefused: if it would send for several councils.
    """
    if texts is not None and count > 1:
        why = f"can send for one council, and this hub has {count}: take it out, or run two hubs."
        raise SettingsRefused(name=_ACCOUNT, why=why)
