"""What became of a text that we sent: Twilio tells it, more than once and in any order."""

from collections.abc import Mapping
from http import HTTPStatus
from types import MappingProxyType
from uuid import UUID

from flask import Response, abort, request

from channels.pages.house import house
from channels.sms.door import sms
from channels.twilio import ENDED
from hub import messages, saved
from hub.messages import MessageState, UnknownMessage, WhyNot
from hub.saved import UnknownNotice
from hub.staff import Viewer
from hub.store import Session

_STATES: Mapping[str, MessageState] = MappingProxyType(
    {
        "sent": MessageState.SENT,
        "delivered": MessageState.DELIVERED,
        "read": MessageState.DELIVERED,
        "undelivered": MessageState.FAILED,
        "failed": MessageState.FAILED,
        "canceled": MessageState.FAILED,
    }
)
"""Twilio's states of a text as ours; in all others it is under way."""


@sms.post("/status")
def hear_status() -> Response:
    """Write down what became of a text; an unknown one is nobody's, and said so."""
    state = _STATES.get(request.form.get("MessageStatus", ""))
    if state is not None:
        _hear(request.args.get("council", ""), _message(), state)
    return Response(status=HTTPStatus.NO_CONTENT)


def _hear(council: str, message_id: UUID, state: MessageState) -> None:
    here = house()
    if council not in {one.id for one in here.councils}:
        abort(HTTPStatus.NOT_FOUND)
    with here.database.session(council) as session:
        viewer, why = Viewer.system(council), ENDED.get(_code(), WhyNot.REFUSED)
        sid = request.form.get("MessageSid", "")
        try:
            messages.hear(session, viewer, message_id, outside_id=sid, state=state, why=why)
        except UnknownMessage:
            _hear_of_code(session, viewer, message_id, state, why)


def _hear_of_code(
    session: Session, viewer: Viewer, notice_id: UUID, state: MessageState, why: WhyNot
) -> None:
    """Write down of a text with a code that it failed; that it arrived is no news."""
    failed = why if state is MessageState.FAILED else None
    try:
        saved.hear_text(session, viewer, notice_id, failed=failed)
    except UnknownNotice:
        abort(HTTPStatus.NOT_FOUND)


def _message() -> UUID:
    try:
        return UUID(request.args.get("message", ""))
    except ValueError:
        abort(HTTPStatus.NOT_FOUND)


def _code() -> int:
    code = request.form.get("ErrorCode", "")
    return int(code) if code.isascii() and code.isdigit() else 0
