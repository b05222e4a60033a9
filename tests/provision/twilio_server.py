"""A server that speaks as Twilio's: it judges each request by Twilio's own published description.

`tests/data/twilio/messages.json` is the part about messages of Twilio's OpenAPI description of its
API of 2010 (twilio/twilio-oai, MIT licence beside it).
"""

import base64
import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

from jsonschema import Draft202012Validator

from tests.provision.house import HOUSE

ACCOUNT = "AC" + "0" * 31 + "7"
TOKEN = "a-token-of-nobody"
_DESCRIPTION = json.loads((HOUSE / "tests/data/twilio/messages.json").read_text())
_PATH = "/2010-04-01/Accounts/{AccountSid}/Messages.json"
_SILENCE = 1.5


@dataclass
class Twilio:
    """Hold the texts that were taken, and how the next of them go wrong.

    `faults` are taken one for each text: a status with a code, "silent" (taken, and no answer),
    "unread" (hung up on before it is taken), "nonsense" (taken, and answered with no JSON).
    `once_taken` is done once, when a text was taken and nobody knows it yet.
    """

    url: str = ""
    taken: list[dict[str, Any]] = field(default_factory=list)
    callbacks: list[str] = field(default_factory=list)
    faults: list[str | tuple[int, int]] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    once_taken: Callable[[], None] | None = None
    _lock: Lock = field(default_factory=Lock)

    def take(self, form: Mapping[str, str]) -> dict[str, Any]:
        """Take a text, as Twilio does: it waits in a queue, and has no day on which it was sent."""
        with self._lock:
            text = _text(form, number=len(self.taken) + 1)
            self.taken.append(text)
            self.callbacks.append(form.get("StatusCallback", ""))
        return text


@contextmanager
def twilio_server() -> Iterator[Twilio]:
    """Run the server on a free port until the block ends."""
    here = Twilio()

    class Answers(_Answers):
        twilio = here

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    server.daemon_threads = True
    here.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield here
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Answers(BaseHTTPRequestHandler):
    twilio: Twilio
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        query = _only(urlsplit(self.path).query)
        known = {one["name"]: one["schema"] for one in _operation("get")["parameters"]}
        if self._is_welcome(query, known, required=()):
            there = [one for one in self.twilio.taken if one["to"] == query.get("To")]
            self._say(200, {"messages": there[::-1], "page_size": 50, "next_page_uri": None})

    def do_POST(self) -> None:
        form = _only(self.rfile.read(int(self.headers["Content-Length"])).decode())
        fault = self.twilio.faults.pop(0) if self.twilio.faults else None
        if isinstance(fault, tuple):
            status, code = fault
            self._say(status, {"status": status, "code": code, "message": "no"})
        elif fault == "unread":
            self.close_connection = True
        elif self._is_welcome(form, _form()["properties"], required=_form()["required"]):
            self._answer(self.twilio.take(form), fault)

    def _answer(self, text: dict[str, Any], fault: str | None) -> None:
        if self.twilio.once_taken:
            act, self.twilio.once_taken = self.twilio.once_taken, None
            act()
        if fault == "silent":
            time.sleep(_SILENCE)
            self.close_connection = True
        elif fault == "nonsense":
            self._write(201, b"<html>Welcome")
        else:
            self._say(201, _demand_true("api.v2010.account.message", text))

    def _is_welcome(
        self, said: Mapping[str, str], known: Mapping[str, Any], *, required: Sequence[str]
    ) -> bool:
        word = base64.b64encode(f"{ACCOUNT}:{TOKEN}".encode()).decode()
        if self.headers.get("Authorization") != f"Basic {word}":
            self._say(401, {"status": 401, "code": 20003, "message": "who are you"})
            return False
        wrong = [*_wrong(said, known), *(name for name in required if name not in said)]
        if urlsplit(self.path).path != _PATH.format(AccountSid=ACCOUNT):
            wrong.append("the path")
        if wrong:
            self.twilio.wrong += wrong
            self._say(400, {"status": 400, "code": 20001, "message": ", ".join(wrong)})
        return not wrong

    def _say(self, status: int, said: object) -> None:
        self._write(status, json.dumps(said).encode())

    def _write(self, status: int, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def _text(form: Mapping[str, str], *, number: int) -> dict[str, Any]:
    return {
        **dict.fromkeys(_schema("api.v2010.account.message")["properties"]),
        "account_sid": ACCOUNT,
        "api_version": "2010-04-01",
        "body": form["Body"],
        "date_created": format_datetime(datetime.now(UTC)),
        "direction": "outbound-api",
        "from": form.get("From"),
        "messaging_service_sid": form.get("MessagingServiceSid"),
        "num_media": "0",
        "num_segments": "1",
        "sid": f"SM{number:032x}",
        "status": "queued",
        "subresource_uris": {},
        "to": form["To"],
    }


def _only(form: str) -> dict[str, str]:
    told = parse_qs(form, strict_parsing=True, keep_blank_values=True)
    return {name: values[-1] for name, values in told.items()}


def _operation(method: str) -> Any:  # noqa: ANN401 (any JSON)
    return _DESCRIPTION["paths"][_PATH][method]


def _form() -> Any:  # noqa: ANN401 (any JSON)
    content = _operation("post")["requestBody"]["content"]
    return content["application/x-www-form-urlencoded"]["schema"]


def _schema(name: str) -> Any:  # noqa: ANN401 (any JSON)
    return _DESCRIPTION["components"]["schemas"][name]


def _wrong(said: Mapping[str, str], known: Mapping[str, Any]) -> list[str]:
    """Name what the description does not know, or knows otherwise."""
    return [
        name
        for name, words in said.items()
        if name not in known or not _judge(known[name]).is_valid(_typed(words, known[name]))
    ]


def _typed(words: str, schema: Mapping[str, Any]) -> object:
    is_number = schema.get("type") == "integer" and words.isdigit()
    return int(words) if is_number else words


def _demand_true(name: str, answer: dict[str, Any]) -> dict[str, Any]:
    """Give the answer, if it is one that Twilio could give.

    :raises ValidationError: if it is none: then this server is wrong.
    """
    for key, value in answer.items():
        schema = _schema(name)["properties"][key]
        if value is not None or not schema.get("nullable"):
            _judge(schema).validate(value)
    return answer


def _judge(schema: Mapping[str, Any]) -> Draft202012Validator:
    reference = schema.get("$ref", "").rpartition("/")[2]
    return Draft202012Validator(_schema(reference) if reference else schema)
