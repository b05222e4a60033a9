import socket
import time
from asyncio import WriteTransport
from collections.abc import Iterator
from email import message_from_bytes, policy

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from channels.carriers.mail_smtp import MailServer, MailSmtp
from hub.messages import MailAway, MailRefused
from tests.carriers.emails import ID, an_email, noon
from tests.provision import missing


class Letterbox:
    """A mail server that keeps what it takes, and says what it is told to say."""

    def __init__(self) -> None:
        self.taken: list[bytes] = []
        self.says_to_sender = "250 OK"
        self.says_to_recipient = "250 OK"
        self.says_to_words = "250 OK"
        self.hangs_up = False

    async def handle_MAIL(  # noqa: N802 (aiosmtpd's name)
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: object
    ) -> str:
        """Say whether this sender may send."""
        if self.says_to_sender.startswith("250"):
            envelope.mail_from = address
        return self.says_to_sender

    async def handle_RCPT(  # noqa: N802 (aiosmtpd's name)
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: object
    ) -> str:
        """Say whether there is such a mailbox."""
        if self.says_to_recipient.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.says_to_recipient

    async def handle_DATA(  # noqa: N802 (aiosmtpd's name)
        self, server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        """Take the words, or not."""
        if self.hangs_up and isinstance(server.transport, WriteTransport):
            server.transport.abort()
        if self.says_to_words.startswith("250") and isinstance(envelope.content, bytes):
            self.taken.append(envelope.content)
        return self.says_to_words


def only_mair(
    _server: SMTP, _session: Session, _env: Envelope, _how: str, who: object
) -> AuthResult:
    is_mair = who == LoginPassword(b"mair", b"p@ss word")
    return AuthResult(success=is_mair, handled=False)


def start(letterbox: Letterbox, hostname: str = "127.0.0.1") -> Controller:
    server = Controller(
        letterbox,
        hostname=hostname,
        port=free_port(),
        authenticator=only_mair,
        auth_require_tls=False,
    )
    server.start()
    return server


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


@pytest.fixture
def letterbox() -> Letterbox:
    return Letterbox()


@pytest.fixture
def url(letterbox: Letterbox) -> Iterator[str]:
    server = start(letterbox)
    yield f"smtp://127.0.0.1:{server.port}"
    server.stop()


def carrier(url: str, seconds: float = 5.0) -> MailSmtp:
    return MailSmtp(MailServer.parse(url), clock=noon, seconds=seconds)


def test_an_email_reaches_the_mail_server_whole(letterbox: Letterbox, url: str) -> None:
    carrier(url).send(an_email())

    (taken,) = letterbox.taken
    message = message_from_bytes(taken, policy=policy.default)
    assert message["Message-ID"] == f"<{ID}@aberwen.example>"
    assert message["Subject"] == "Eich cais: ŵ ŷ"
    assert "Diolch am ŵ." in message.get_content()


def test_the_hub_can_say_who_it_is(letterbox: Letterbox, url: str) -> None:
    carrier(url.replace("smtp://", "smtp://mair:p%40ss%20word@")).send(an_email())

    assert len(letterbox.taken) == 1


def test_a_server_that_does_not_let_us_in_is_tried_again(letterbox: Letterbox, url: str) -> None:
    with pytest.raises(MailAway):
        carrier(url.replace("smtp://", "smtp://mair:wrong@")).send(an_email())

    assert not letterbox.taken


@pytest.mark.parametrize("says", ["450 mailbox busy", "451 try later"])
def test_a_refusal_for_now_is_tried_again(letterbox: Letterbox, url: str, says: str) -> None:
    letterbox.says_to_recipient = says

    with pytest.raises(MailAway):
        carrier(url).send(an_email())


def test_an_address_nobody_has_is_refused_for_ever(letterbox: Letterbox, url: str) -> None:
    letterbox.says_to_recipient = "550 no such mailbox"

    with pytest.raises(MailRefused):
        carrier(url).send(an_email())


def test_a_sender_that_is_refused_is_our_mistake_and_tried_again(
    letterbox: Letterbox, url: str
) -> None:
    letterbox.says_to_sender = "550 sender not allowed"

    with pytest.raises(MailAway):
        carrier(url).send(an_email())


def test_no_password_is_said_on_an_open_line_to_another_machine(letterbox: Letterbox) -> None:
    server = start(letterbox, hostname=_own_address())
    away = f"smtp://mair:p%40ss%20word@{server.hostname}:{server.port}"

    with pytest.raises(MailAway):
        carrier(away).send(an_email())
    server.stop()

    assert not letterbox.taken


def _own_address() -> str:
    """Give an address of this machine that is not its loopback."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
        try:
            line.connect(("192.0.2.1", 9))  # sends nothing: it only chooses the way out
        except OSError:
            missing.fail("an address besides the loopback", "join a network")
        return str(line.getsockname()[0])


def test_words_the_server_never_takes_are_refused_for_ever(letterbox: Letterbox, url: str) -> None:
    letterbox.says_to_words = "554 no"

    with pytest.raises(MailRefused):
        carrier(url).send(an_email())


def test_a_line_that_breaks_before_the_answer_is_tried_again(
    letterbox: Letterbox, url: str
) -> None:
    letterbox.hangs_up = True

    with pytest.raises(MailAway):
        carrier(url).send(an_email())


def test_no_server_at_all_is_tried_again() -> None:
    with pytest.raises(MailAway):
        carrier(f"smtp://127.0.0.1:{free_port()}").send(an_email())


def test_a_server_that_never_answers_costs_seconds_not_minutes() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        began = time.monotonic()

        with pytest.raises(MailAway):
            carrier(f"smtp://127.0.0.1:{silent.getsockname()[1]}", seconds=0.3).send(an_email())

    assert time.monotonic() - began < 2


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("smtp://mail", ("mail", 25, False, None)),
        ("smtp://hub:a%3Ab@mail:587", ("mail", 587, False, "a:b")),
        ("smtps://hub:word@mail", ("mail", 465, True, "word")),
    ],
)
def test_a_mail_server_is_given_as_an_address(
    url: str, server: tuple[str, int, bool, str | None]
) -> None:
    read = MailServer.parse(url)

    assert (read.host, read.port, read.is_tls, read.password) == server
