"""What people text to us: an opt-out holds at once; everything else is answered, and counted.

Twilio itself answers STOP, START and HELP (`OptOutType`): a second answer would be one too many.
"""

import hashlib
from collections.abc import Mapping
from types import MappingProxyType

from flask import Response, request
from twilio.twiml.messaging_response import MessagingResponse

from channels.pages import Visit, visit
from channels.sms.door import sms
from hub import arrivals, people
from hub.arrivals import Outcome
from hub.messages import together
from hub.staff import Viewer
from hub.store import Session
from hub.values import Channel, PhoneNumber, WrongValue

_REASONS: Mapping[str, str] = MappingProxyType(
    {"STOP": "opted out", "START": "opted in", "HELP": "asked for help"}
)
_WORDS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("STOP", "STOPALL", "UNSUBSCRIBE", "END", "QUIT"), "STOP"),
        **dict.fromkeys(("CANCEL", "REVOKE", "OPTOUT"), "STOP"),
        **dict.fromkeys(("START", "YES", "UNSTOP"), "START"),
        **dict.fromkeys(("HELP", "INFO"), "HELP"),
    }
)
"""The whole messages that Twilio takes before us; it names them only where it was set up to."""
_NOT_READ = "texts are not read yet"


@sms.post("/sms")
def take_text() -> Response:
    """Take a text in, once however often it is sent, and answer it."""
    here, kind = visit(), _kind()
    with here.session() as session:
        if _take(session, reason=_REASONS.get(kind)).is_new:
            _obey(session, kind)
    answer = MessagingResponse()
    if kind not in _REASONS:
        answer.message(_not_read(here))
    return Response(str(answer), mimetype="text/xml")


def _kind() -> str:
    told = request.form.get("OptOutType", "").upper()
    return told or _WORDS.get(request.form.get("Body", "").strip().upper(), "")


def _take(session: Session, *, reason: str | None) -> arrivals.Taken:
    told = "\0".join(f"{name}={request.form[name]}" for name in sorted(request.form))
    return arrivals.take(
        session,
        channel=Channel.SMS,
        external_id=request.form["MessageSid"],
        sha256=hashlib.sha256(told.encode()).hexdigest(),
        received_at=session.now(),
        outcome=Outcome.ANSWERED if reason else Outcome.REFUSED,
        reason=reason or _NOT_READ,
    )


def _obey(session: Session, kind: str) -> None:
    """Do what the words mean to the number that sent them; a short code is nobody's number."""
    try:
        number = PhoneNumber.parse(request.form["From"])
    except WrongValue:
        return
    viewer = Viewer.system(session.council)
    if kind == "STOP":
        people.opt_out(session, viewer, number, door=Channel.SMS)
    elif kind == "START":
        people.opt_in(session, viewer, number, door=Channel.SMS)


def _not_read(here: Visit) -> str:
    """Say in every language of the council, Welsh first, how to reach somebody."""
    say = here.house.words.say
    name, phone = here.council.name, here.council.phone.shown
    url = here.house.settings.public_url
    return together(
        [
            say("texts.not_read", language, council=name, phone=phone, url=url)
            for language in here.council.languages_for(None)
        ]
    )
