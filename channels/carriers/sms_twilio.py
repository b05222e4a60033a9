"""Text messages by Twilio's API of 2010, each sent once.

Twilio takes no key that would make a request count once. So before each sending it is asked which
texts it has for that number: what it has already, because an answer was lost or a worker died, is
not sent again (ADR 0016).
"""

import logging
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode, urlsplit, urlunsplit

from twilio.base.exceptions import TwilioException, TwilioRestException
from twilio.http.http_client import TwilioHttpClient
from twilio.http.response import Response
from twilio.rest import Client
from twilio.rest.api.v2010.account.message import MessageInstance

from channels.twilio import ENDED
from hub.messages import TextAway, TextMessage, TextRefused, WhyNot
from hub.settings import Texts

_CONNECT_SECONDS = 0.9
_ANSWER_SECONDS = 5.0
_LATEST = 50  # texts to one number that are looked through; a resident gets a few a year
_SLACK = timedelta(minutes=10)  # between our clock and Twilio's
_BUSY = 429
_BAD_REQUEST = 400
_DEAD = frozenset({"failed", "undelivered", "canceled"})
_SILENT = logging.getLogger(f"{__name__}.silent")  # Twilio's own logs name numbers and words
_SILENT.disabled = True


class SmsTwilio:
    """Hand every text to Twilio."""

    def __init__(
        self, account: Texts, *, public_url: str, seconds: float = _ANSWER_SECONDS
    ) -> None:
        """Begin with the account; nothing is asked before the first text.

        :param public_url: where Twilio tells what became of a text.
        :param seconds: how long an answer may take.
        """
        self._account = account
        self._public_url = public_url
        line = _Line(account.url, seconds)
        self._client = Client(account.account, account.token, http_client=line)

    def send(self, text: TextMessage) -> str:
        """Hand the text over unless Twilio has it, and give its sid.

        :raises TextAway: if Twilio is away, slow, busy, answers nonsense, or does not know us.
        :raises TextRefused: if it will never take this text, or has given it up.
        """
        try:
            sent = self._sent_before(text) or self._sent_now(text)
        except TwilioRestException as refused:
            raise _verdict(refused) from refused
        except (OSError, TwilioException, ValueError, TypeError, KeyError) as e:
            raise TextAway from e
        if sent.status in _DEAD:
            raise TextRefused(ENDED.get(sent.error_code or 0, WhyNot.REFUSED))
        if not sent.sid:
            raise TextAway
        return str(sent.sid)

    def _sent_before(self, text: TextMessage) -> MessageInstance | None:
        """Look for the text by its mark: Twilio may put words of its own around ours.

        It is not asked for a day: a text that still waits at Twilio has no day on which it was
        sent, and would not be found.
        """
        since = text.wanted_at - _SLACK
        there = self._client.messages.list(to=text.to.e164, limit=_LATEST, page_size=_LATEST)
        return next(
            (
                one
                for one in there
                if text.mark in (one.body or "") and (one.date_created or since) >= since
            ),
            None,
        )

    def _sent_now(self, text: TextMessage) -> MessageInstance:
        asked = urlencode({"council": text.council, "message": text.id})
        by = (
            {"messaging_service_sid": self._account.service}
            if self._account.service
            else {"from_": self._account.sender}
        )
        return self._client.messages.create(
            to=text.to.e164,
            body=text.words,
            status_callback=f"{self._public_url}/twilio/status?{asked}",
            **by,
        )


class _Line:
    """Speak to Twilio's server, or to one that stands in for it, with limits and without logs."""

    def __init__(self, url: str, seconds: float) -> None:
        self._server = urlsplit(url)
        self._http = TwilioHttpClient(logger=_SILENT, max_retries=0)
        self._http.timeout = (_CONNECT_SECONDS, seconds)

    def request(self, method: str, url: str, **named: Any) -> Response:  # noqa: ANN401 (Twilio's own)
        """Send a request once, whatever becomes of it."""
        here = urlsplit(url)._replace(scheme=self._server.scheme, netloc=self._server.netloc)
        return self._http.request(method, urlunsplit(here), **named)


def _verdict(refused: TwilioRestException) -> TextAway | TextRefused:
    is_busy = refused.status == _BUSY or refused.status < _BAD_REQUEST
    if is_busy or refused.code not in ENDED:
        return TextAway()
    return TextRefused(ENDED[refused.code])
