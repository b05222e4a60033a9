"""Twilio at the text door: it signs the address that it was told, and knows of no proxy."""

from collections.abc import Mapping

from twilio.request_validator import RequestValidator
from werkzeug.test import TestResponse

from channels.app import make_app
from channels.pages import House
from tests.provision.twilio_server import ACCOUNT, TOKEN

PUBLIC_URL = "https://localhost"
NEXT_TOKEN = "the-token-that-comes-next"
ENVIRON: Mapping[str, str] = {
    "HUB_PUBLIC_URL": PUBLIC_URL,
    "HUB_TWILIO_ACCOUNT": ACCOUNT,
    "HUB_TWILIO_TOKEN": TOKEN,
    "HUB_TWILIO_NEXT_TOKEN": NEXT_TOKEN,
    "HUB_TWILIO_FROM": "+447700900001",
}
INSIDE = "http://127.0.0.1:8000"
TEXTED: Mapping[str, str] = {
    "MessageSid": "SM" + "1" * 32,
    "From": "+447700900982",
    "To": "+447700900001",
    "Body": "Where is my bin?",
}


class Caller:
    """Call the door as Twilio does, through a proxy that calls it by another name."""

    def __init__(self, house: House, *, public_url: str = PUBLIC_URL) -> None:
        self._client = make_app(house).test_client()
        self._public_url = public_url

    def call(
        self,
        path: str,
        form: Mapping[str, str],
        *,
        token: str = TOKEN,
        signature: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> TestResponse:
        """Send a form, signed with a token or as it is said."""
        signed = RequestValidator(token).compute_signature(f"{self._public_url}{path}", form)
        said = signed if signature is None else signature
        return self._client.post(
            path,
            base_url=INSIDE,
            data=dict(form),
            headers={"X-Twilio-Signature": said, **(headers or {})},
        )

    def text(self, **changed: str) -> TestResponse:
        """Bring a text that somebody wrote to us."""
        return self.call("/twilio/sms", {**TEXTED, **changed})
