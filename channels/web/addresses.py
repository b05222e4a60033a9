"""Where the pages of a request are; no address holds anything about a person."""

from http import HTTPStatus
from urllib.parse import quote

from flask import Response

from channels.pages import visit

CHECK = "check"
SEND = "send"
DONE = "done"
DELETE = "delete"
NEARBY = "nearby"
GO_ON = "go-on"
SAVE = "save"
SAVED = "saved"
_OWN = frozenset({CHECK, SEND, DONE, DELETE, NEARBY, SAVE, SAVED})
_MARK = "."  # no path ends with it: it tells a question called "check" from our page of that name


def start(service: str) -> str:
    """Give the address of a service's first page; a word that is none is no break in a header."""
    return f"/{visit().language}/report/{quote(service, safe='')}"


def question(service: str, path: str) -> str:
    """Give the address of a question, whatever a council calls it."""
    return f"{start(service)}/{quote(path, safe='')}{_MARK if path in _OWN else ''}"


def thumbnail(service: str, enclosure: object) -> str:
    """Give the address of the small picture of something that was sent."""
    return f"{start(service)}/sent/{enclosure}"


def path_of(addressed: str) -> str:
    """Give the path of the question that an address names."""
    return addressed.removesuffix(_MARK)


def own(service: str, name: str) -> str:
    """Give the address of one of our own pages behind the questions."""
    return f"{start(service)}/{name}"


def onward(address: str) -> Response:
    """Send the browser on, so that going back or reloading sends nothing twice."""
    return Response(status=HTTPStatus.SEE_OTHER, headers={"Location": address})
