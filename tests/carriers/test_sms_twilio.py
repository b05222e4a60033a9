"""Texts by Twilio: its own client, against a server that judges by Twilio's own description."""

import io
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from hub.messages import TextAway, TextRefused, WhyNot
from hub.values import PhoneNumber
from tests.builders.logs import kept_logs
from tests.carriers.texts import FROM, PUBLIC_URL, SERVICE, a_carrier, a_text, an_account
from tests.provision.installation import free_port
from tests.provision.twilio_server import Twilio, twilio_server


@pytest.fixture
def twilio() -> Iterator[Twilio]:
    with twilio_server() as server:
        yield server


@pytest.fixture(autouse=True)
def written() -> Iterator[io.StringIO]:
    with kept_logs() as logs:
        yield logs


def test_a_text_is_taken_as_the_description_wants_it(twilio: Twilio) -> None:
    sid = a_carrier(an_account(twilio.url)).send(a_text())

    (taken,) = twilio.taken
    assert twilio.wrong == []
    assert (taken["sid"], taken["to"], taken["from"]) == (sid, "+447700900982", FROM)
    assert taken["body"] == a_text().words
    (callback,) = twilio.callbacks
    assert callback == f"{PUBLIC_URL}/twilio/status?council=aberwen&message={a_text().id}"


def test_a_messaging_service_sends_instead_of_a_number(twilio: Twilio) -> None:
    a_carrier(an_account(twilio.url, sender=None)).send(a_text())

    assert twilio.wrong == []
    assert (twilio.taken[0]["messaging_service_sid"], twilio.taken[0]["from"]) == (SERVICE, None)


@pytest.mark.promise("P4")
@pytest.mark.parametrize("fault", ["silent", "nonsense"])
def test_a_text_whose_fate_is_not_known_is_looked_up_and_not_sent_twice(
    twilio: Twilio, fault: str
) -> None:
    carrier = a_carrier(an_account(twilio.url))
    twilio.faults = [fault]

    with pytest.raises(TextAway):
        carrier.send(a_text())
    sid = carrier.send(a_text())

    assert [one["sid"] for one in twilio.taken] == [sid]


def test_a_text_that_twilio_put_its_own_words_around_is_known_again(twilio: Twilio) -> None:
    carrier = a_carrier(an_account(twilio.url))
    sid = carrier.send(a_text())
    twilio.taken[0]["body"] = f"Sent from your trial account - {a_text().words}"

    assert carrier.send(a_text()) == sid


def test_another_text_to_the_same_number_is_sent(twilio: Twilio) -> None:
    carrier = a_carrier(an_account(twilio.url))
    carrier.send(a_text())
    carrier.send(a_text(words="Reference 9999 999 9999.", mark="9999 999 9999"))

    assert len(twilio.taken) == 2


def test_a_text_from_before_this_one_was_wanted_is_another(twilio: Twilio) -> None:
    carrier = a_carrier(an_account(twilio.url))
    carrier.send(a_text())

    carrier.send(a_text(wanted_at=a_text().wanted_at + timedelta(hours=1)))

    assert len(twilio.taken) == 2


@pytest.mark.parametrize("fault", ["unread", (429, 20429), (500, 20500), (503, 20503)])
def test_a_carrier_in_trouble_is_tried_again(twilio: Twilio, fault: str | tuple[int, int]) -> None:
    carrier = a_carrier(an_account(twilio.url))
    twilio.faults = [fault]

    with pytest.raises(TextAway):
        carrier.send(a_text())
    carrier.send(a_text())

    assert len(twilio.taken) == 1


def test_a_wrong_token_is_our_mistake_and_tried_again(twilio: Twilio) -> None:
    with pytest.raises(TextAway):
        a_carrier(an_account(twilio.url, token="wrong")).send(a_text())


def test_a_carrier_that_is_not_there_is_tried_again_and_keeps_nobody_waiting() -> None:
    began = time.monotonic()
    with pytest.raises(TextAway):
        a_carrier(an_account(f"http://127.0.0.1:{free_port()}")).send(a_text())

    assert time.monotonic() - began < 1


@pytest.mark.parametrize(
    ("code", "why"),
    [
        (21211, WhyNot.UNREACHABLE),
        (21610, WhyNot.OPTED_OUT),
        (21614, WhyNot.UNREACHABLE),
        (21408, WhyNot.REFUSED),
    ],
)
def test_what_twilio_never_takes_is_refused_with_the_reason(
    twilio: Twilio, code: int, why: WhyNot
) -> None:
    twilio.faults = [(400, code)]

    with pytest.raises(TextRefused) as refused:
        a_carrier(an_account(twilio.url)).send(a_text())

    assert refused.value.why is why


def test_our_own_mistake_is_no_verdict_on_the_resident(twilio: Twilio) -> None:
    twilio.faults = [(400, 21606)]  # the number we send from is not ours

    with pytest.raises(TextAway):
        a_carrier(an_account(twilio.url)).send(a_text())


@pytest.mark.parametrize(("code", "why"), [(30005, WhyNot.UNREACHABLE), (30007, WhyNot.REFUSED)])
def test_a_text_that_failed_while_nobody_heard_is_refused_and_not_sent_twice(
    twilio: Twilio, code: int, why: WhyNot
) -> None:
    carrier = a_carrier(an_account(twilio.url))
    carrier.send(a_text())
    twilio.taken[0].update(status="undelivered", error_code=code)

    with pytest.raises(TextRefused) as refused:
        carrier.send(a_text())

    assert refused.value.why is why
    assert len(twilio.taken) == 1


def test_several_at_once_each_go_once(twilio: Twilio) -> None:
    carrier = a_carrier(an_account(twilio.url))
    numbers = [PhoneNumber(f"+4477009009{number:02}") for number in range(20)]

    with ThreadPoolExecutor(4) as pool:
        sids = set(pool.map(carrier.send, [a_text(to=number) for number in numbers]))

    assert len(sids) == len(twilio.taken) == 20


@pytest.mark.promise("P16")
def test_no_number_and_no_word_is_logged(twilio: Twilio, written: io.StringIO) -> None:
    twilio.faults = ["silent", (400, 21610), (500, 20500)]
    for _ in range(3):
        with pytest.raises((TextAway, TextRefused)):
            a_carrier(an_account(twilio.url)).send(a_text(mark="never there"))

    assert "7700900982" not in written.getvalue()
    assert "Cyfeirnod" not in written.getvalue()
