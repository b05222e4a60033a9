"""The text door itself: the blueprint its views hang on, and the guard: Twilio alone may enter."""

from http import HTTPStatus

from flask import Blueprint, abort, request

from channels.pages.house import house
from channels.twilio import is_signed

sms = Blueprint("sms", __name__, url_prefix="/twilio")


@sms.before_request
def demand_signature() -> None:
    """Turn away what Twilio did not sign for our public address; without an account, everything."""
    settings = house().settings
    account = settings.texts
    query = request.query_string.decode("ascii", "replace")
    if account is None or not is_signed(
        f"{settings.public_url}{request.path}" + (f"?{query}" if query else ""),
        request.form,
        signature=request.headers.get("X-Twilio-Signature", ""),
        tokens=(account.token, account.next_token),
    ):
        abort(HTTPStatus.FORBIDDEN)
