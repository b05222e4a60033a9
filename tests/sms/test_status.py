"""What became of a text: told more than once, in any order, and it never goes back."""

from itertools import permutations
from uuid import UUID

import pytest
from sqlalchemy import select
from werkzeug.test import TestResponse

from channels.pages import House
from hub import drafts, messages, saved
from hub.messages import Message
from hub.saved import SaveNotice
from hub.staff import Viewer
from hub.store import OutboxEvent
from hub.values import Channel, Language
from tests.builders.councils import a_council
from tests.builders.requests import MISSED_BIN, MONDAY, a_case, a_submission
from tests.sms.caller import Caller
from tests.workers.saving import BY_TEXT

SYSTEM = Viewer.system("aberwen")
SID = "SM" + "7" * 32


@pytest.fixture
def message_id(house: House) -> UUID:
    with house.database.session("aberwen") as session:
        asked = a_submission(answer_by="text", mobile="07700 900982")
        case_id = a_case(session, asked).case_id
        messages.acknowledge(session, SYSTEM, case_id, council=a_council())
        return session.sql.scalars(select(Message.id)).one()


def tell(twilio: Caller, message_id: object, status: str, **more: str) -> TestResponse:
    path = f"/twilio/status?council=aberwen&message={message_id}"
    return twilio.call(path, {"MessageSid": SID, "MessageStatus": status, **more})


def kept(house: House) -> tuple[str, str | None]:
    with house.database.reading("aberwen") as session:
        message = session.sql.scalars(select(Message)).one()
        return message.state, message.reason


def failures(house: House) -> int:
    with house.database.reading("aberwen") as session:
        return list(session.sql.scalars(select(OutboxEvent.name))).count("MessageFailed")


@pytest.mark.parametrize("order", list(permutations(["queued", "sent", "delivered"])))
def test_a_text_that_arrived_has_arrived_in_whatever_order_it_is_told(
    twilio: Caller, house: House, message_id: UUID, order: tuple[str, ...]
) -> None:
    for status in (*order, *order):
        assert tell(twilio, message_id, status).status_code == 204

    assert kept(house) == ("delivered", None)


@pytest.mark.parametrize("order", list(permutations(["sending", "sent", "undelivered"])))
def test_a_text_that_did_not_arrive_is_turned_to_another_way_once(
    twilio: Caller, house: House, message_id: UUID, order: tuple[str, ...]
) -> None:
    for status in (*order, *order):
        tell(twilio, message_id, status, ErrorCode="30005")

    assert kept(house) == ("failed", "unreachable")
    assert failures(house) == 1


@pytest.mark.parametrize("status", ["queued", "accepted", "scheduled", "sending", "tomorrow", ""])
def test_what_is_still_under_way_changes_nothing(
    twilio: Caller, house: House, message_id: UUID, status: str
) -> None:
    assert tell(twilio, message_id, status).status_code == 204
    assert kept(house) == ("wanted", None)


@pytest.mark.promise("P12")
def test_a_text_that_failed_because_they_opted_out_is_remembered_and_turned(
    twilio: Caller, house: House, message_id: UUID
) -> None:
    tell(twilio, message_id, "failed", ErrorCode="21610")

    with house.database.session("aberwen") as session:
        way = messages.turn(session, SYSTEM, message_id, council=a_council())
    assert kept(house) == ("failed", "opted_out")
    assert way.value == "letter"


def test_a_code_that_did_not_arrive_is_written_down_and_one_that_did_changes_nothing(
    twilio: Caller, house: House
) -> None:
    with house.database.session("aberwen") as session:
        door = (Channel.WEB, Language.EN, MONDAY.date())
        token = drafts.start(session, Viewer.resident("aberwen"), MISSED_BIN, door=door)
        saved.save(session, drafts.take(session, token), BY_TEXT, secret=house.settings.secret)
        notice_id = session.sql.scalars(select(SaveNotice.id)).one()

    answers = [tell(twilio, notice_id, "delivered"), tell(twilio, notice_id, "sent")]
    before = _notice(house)
    answers += [tell(twilio, notice_id, "undelivered", ErrorCode="30005") for _ in range(2)]

    assert {answer.status_code for answer in answers} == {204}
    assert before == ("wanted", None)
    assert _notice(house) == ("failed", "unreachable")


def _notice(house: House) -> tuple[str, str | None]:
    with house.database.reading("aberwen") as session:
        notice = session.sql.scalars(select(SaveNotice)).one()
        return notice.state, notice.reason


@pytest.mark.promise("P11")
def test_a_forged_failure_is_turned_away(twilio: Caller, house: House, message_id: UUID) -> None:
    path = f"/twilio/status?council=aberwen&message={message_id}"
    form = {"MessageSid": SID, "MessageStatus": "failed"}

    assert twilio.call(path, form, signature="forged").status_code == 403
    assert kept(house) == ("wanted", None)


@pytest.mark.parametrize(
    "query",
    ["", "council=aberwen", "council=aberwen&message=x", "council=nowhere&message={}",
     "council=bryn&message={}"],
)  # fmt: skip
def test_a_text_that_is_none_of_ours_is_not_found(
    twilio: Caller, house: House, message_id: UUID, query: str
) -> None:
    form = {"MessageSid": SID, "MessageStatus": "delivered"}
    path = f"/twilio/status?{query.format(message_id)}".rstrip("?")

    assert twilio.call(path, form).status_code == 404
    assert kept(house) == ("wanted", None)
