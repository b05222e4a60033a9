"""E-mails to a mail server (RFC 5321), with a limit on how long it may keep us waiting."""

import smtplib
import ssl
from contextlib import closing, suppress
from dataclasses import dataclass
from email.headerregistry import UniqueAddressHeader as AddressHeader
from email.message import EmailMessage
from ipaddress import ip_address
from socket import socket
from typing import Self
from urllib.parse import unquote, urlsplit

from channels.carriers.mail import compose
from hub.messages import Email, MailAway, MailRefused
from hub.values import Clock

_SECONDS = 5.0
_DONE = range(200, 300)  # RFC 5321, 4.2.1, as the next
_FOR_EVER = 500  # from here on a refusal is meant for ever
_PORTS = {"smtp": 25, "smtps": 465}


@dataclass(frozen=True, slots=True, kw_only=True)
class MailServer:
    """Say where the mail server is, and as whom to speak to it."""

    host: str
    port: int
    is_tls: bool
    user: str | None
    password: str | None

    @classmethod
    def parse(cls, url: str) -> Self:
        """Read `smtp://user:password@host:587` (TLS if offered) or `smtps://…` (TLS at once)."""
        parts = urlsplit(url)
        return cls(
            host=parts.hostname or "localhost",
            port=parts.port or _PORTS[parts.scheme],
            is_tls=parts.scheme == "smtps",
            user=unquote(parts.username) if parts.username else None,
            password=unquote(parts.password) if parts.password else None,
        )


class MailSmtp:
    """Hand every e-mail to one mail server, in a connection of its own."""

    def __init__(self, server: MailServer, *, clock: Clock, seconds: float = _SECONDS) -> None:
        self._server = server
        self._clock = clock
        self._seconds = seconds

    def send(self, email: Email) -> None:
        """Hand the e-mail over, and return once the server has taken it.

        :raises MailAway: if the server is away, busy, does not let us in, would have our password
            in the open, or does not take our own address as the sender's; and if the line broke
            before it said whether it took the e-mail, which then may come twice (ADR 0005).
        :raises MailRefused: if it will never take this e-mail.
        """
        message = compose(email, sent_at=self._clock())
        try:
            with closing(self._connect()) as line:
                self._enter(line)
                _hand_over(line, message)
                with suppress(OSError, smtplib.SMTPException):
                    line.quit()  # a courtesy: what was taken is taken
        except (OSError, smtplib.SMTPException) as reason:
            raise MailAway from reason

    def _connect(self) -> smtplib.SMTP:
        where = (self._server.host, self._server.port)
        if self._server.is_tls:
            trusted = ssl.create_default_context()
            return smtplib.SMTP_SSL(*where, timeout=self._seconds, context=trusted)
        return smtplib.SMTP(*where, timeout=self._seconds)

    def _enter(self, line: smtplib.SMTP) -> None:
        line.ehlo_or_helo_if_needed()
        if not self._server.is_tls and line.has_extn("starttls"):
            line.starttls(context=ssl.create_default_context())
            line.ehlo_or_helo_if_needed()
        if self._server.user:
            self._demand_secrecy(line)
            line.login(self._server.user, self._server.password or "")

    def _demand_secrecy(self, line: smtplib.SMTP) -> None:
        """Say no password on an open line: whoever stands in between may have hidden STARTTLS."""
        if not isinstance(line.sock, ssl.SSLSocket) and not _is_here(line.sock):
            raise MailAway


def _hand_over(line: smtplib.SMTP, message: EmailMessage) -> None:
    if line.mail(_address(message["From"]))[0] not in _DONE:
        raise MailAway  # our own sender is refused: a mistake of ours, that no letter should hide
    _demand(line.rcpt(_address(message["To"])))
    try:
        answer = line.data(message.as_bytes())
    except smtplib.SMTPDataError as refused:
        raise _verdict(refused.smtp_code) from refused
    _demand(answer)


def _is_here(line: socket | None) -> bool:
    return line is not None and ip_address(line.getpeername()[0]).is_loopback


def _demand(answer: tuple[int, bytes]) -> None:
    if answer[0] not in _DONE:
        raise _verdict(answer[0])


def _verdict(code: int) -> MailAway | MailRefused:
    return MailRefused() if code >= _FOR_EVER else MailAway()


def _address(header: AddressHeader) -> str:
    return header.addresses[0].addr_spec
