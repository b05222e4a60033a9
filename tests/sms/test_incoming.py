"""What people text to us: an opt-out holds at once, and everything is answered and counted."""

import io
from collections.abc import Iterator

import pytest
from sqlalchemy import select

from channels.pages import House
from hub import arrivals, intake, people
from hub.arrivals import Arrival
from hub.people import ContactState
from hub.staff import Viewer
from hub.values import PhoneNumber
from tests.builders.logs import kept_logs
from tests.sms.caller import TEXTED, Caller


@pytest.fixture(autouse=True)
def written() -> Iterator[io.StringIO]:
    with kept_logs() as logs:
        yield logs


def state(house: House) -> ContactState:
    with house.database.reading("aberwen") as session:
        mobile = PhoneNumber(TEXTED["From"])
        return people.contact_state(session, Viewer.system("aberwen"), mobile)


def arrived(house: House) -> list[tuple[str, str | None, str | None]]:
    with house.database.reading("aberwen") as session:
        rows = session.sql.scalars(select(Arrival).order_by(Arrival.id))
        return [(row.channel, row.outcome, row.reason) for row in rows]


@pytest.mark.promise("P12")
@pytest.mark.parametrize(
    "said",
    [
        {"Body": "Stop", "OptOutType": "STOP"},
        {"Body": "please no more", "OptOutType": "STOP"},
        {"Body": " stop "},
        {"Body": "STOPALL"},
        {"Body": "cancel"},
        {"Body": "End"},
    ],
)
def test_who_wants_no_more_texts_gets_none_and_twilio_tells_them(
    twilio: Caller, house: House, said: dict[str, str]
) -> None:
    answer = twilio.text(**said)

    assert state(house) is ContactState.OPTED_OUT
    assert "<Message>" not in answer.text
    assert arrived(house) == [("sms", "answered", "opted out")]


@pytest.mark.parametrize("body", ["Please do not stop", "the end of the road", "yes please"])
def test_a_word_in_a_sentence_is_no_opt_out(twilio: Caller, house: House, body: str) -> None:
    twilio.text(Body=body)

    assert state(house) is ContactState.OPEN


def test_who_comes_back_may_be_written_to_again(twilio: Caller, house: House) -> None:
    twilio.text(Body="STOP", OptOutType="STOP")
    twilio.text(Body="START", OptOutType="START", MessageSid="SM" + "2" * 32)

    assert state(house) is ContactState.OPEN


def test_a_stop_that_is_sent_again_after_a_start_counts_once(twilio: Caller, house: House) -> None:
    twilio.text(Body="STOP", OptOutType="STOP")
    twilio.text(Body="START", OptOutType="START", MessageSid="SM" + "2" * 32)
    twilio.text(Body="STOP", OptOutType="STOP")

    assert state(house) is ContactState.OPEN
    assert len(arrived(house)) == 2


def test_any_other_text_is_told_in_both_languages_that_nobody_reads_it(
    twilio: Caller, house: House
) -> None:
    answer = twilio.text()

    assert answer.mimetype == "text/xml"
    assert answer.text.index("negeseuon testun") < answer.text.index("we cannot read texts yet")
    assert "01632 960001" in answer.text
    assert arrived(house) == [("sms", "refused", "texts are not read yet")]


@pytest.mark.promise("P1")
def test_every_text_is_in_the_account_once_however_often_it_comes(
    twilio: Caller, house: House
) -> None:
    for number in range(5):
        for _ in range(3):
            assert twilio.text(MessageSid=f"SM{number:032}").status_code == 200

    counted = intake.account(house.database)
    assert counted.is_clean
    assert counted.counts["aberwen", "sms", arrivals.Outcome.REFUSED.value] == 5


def test_a_stop_from_a_short_code_is_counted_and_stops_nobody(twilio: Caller, house: House) -> None:
    assert twilio.text(From="66777", Body="STOP", OptOutType="STOP").status_code == 200
    assert arrived(house) == [("sms", "answered", "opted out")]


@pytest.mark.promise("P16")
def test_nothing_of_a_text_is_logged(twilio: Caller, written: io.StringIO) -> None:
    twilio.text()
    twilio.text(Body="STOP", MessageSid="SM" + "3" * 32)

    assert "7700900982" not in written.getvalue()
    assert "bin?" not in written.getvalue()
