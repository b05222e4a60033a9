"""A text to carry, and an account to carry it with, saying only what a test is about."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from channels.carriers.sms_twilio import SmsTwilio
from hub.messages import TextMessage
from hub.settings import Texts
from hub.values import PhoneNumber
from tests.provision.twilio_server import ACCOUNT, TOKEN

PUBLIC_URL = "https://requests.aberwen.example"
FROM = "+447700900001"
SERVICE = "MG" + "0" * 32
_TEXT = TextMessage(
    id=UUID("01930000-0000-7000-8000-000000000002"),
    council="aberwen",
    to=PhoneNumber("+447700900982"),
    words="Cyngor Sir Aberwen: mae eich cais wedi cyrraedd. Cyfeirnod 1234 567 8978.",
    mark="1234 567 8978",
    wanted_at=datetime.now(UTC),
)


def a_text(**changed: Any) -> TextMessage:  # noqa: ANN401 (any field may be said)
    """Build a text about a case."""
    return replace(_TEXT, **changed)


def an_account(url: str, *, sender: str | None = FROM, token: str = TOKEN) -> Texts:
    """Build an account that sends from a number, or else by a messaging service."""
    service = None if sender else SERVICE
    return Texts(
        account=ACCOUNT, token=token, next_token=None, sender=sender, service=service, url=url
    )


def a_carrier(account: Texts) -> SmsTwilio:
    """Build a carrier that waits half a second for an answer."""
    return SmsTwilio(account, public_url=PUBLIC_URL, seconds=0.5)
