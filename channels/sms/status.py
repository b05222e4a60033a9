"""What became of a text that we sent: Twilio tells it, more than once and in any order."""

from collections.abc import Mapping
from http import HTTPStatus
from types import MappingProxyType
from uuid import UUID

from flask import Response, abort, request

from channels.pages.house import house
from channels.sms.door import sms
from channels.twilio import ENDED
from hub import messages
from hub.messages import MessageState, UnknownMessage, WhyNot
from hub.staff import Viewer

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
        try:
            messages.hear(
                session,
                Viewer.system(council),
                message_id,
                outside_id=request.form.get("MessageSid", ""),
                state=state,
                why=ENDED.get(_code(), WhyNot.REFUSED),
            )
        except UnknownMessage:
            abort(HTTPStatus.NOT_FOUND)


def _message() -> UUID:
    try:
        return UUID(request.args.get("message", ""))
    except ValueError:
        abort(HTTPStatus.NOT_FOUND)


def _code() -> int:
    code = request.form.get("ErrorCode", "")
    return int(code) if code.isascii() and code.isdigit() else 0
