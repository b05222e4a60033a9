"""Saving a request, and coming back to it, as a resident does."""

import re

from tests.web.visitor import Visitor

START = "/en/report/try-everything"
_CODE = re.compile(r'class="reference long">([\d ]+)<')
EMAIL = {"email": "ann@example.com"}
LETTER = {
    "name": "Ann Ŵyn Llŷr",
    "line1": "1 High Street",
    "line2": "",
    "town": "Aberwen",
    "postcode": "ll999aa",
    "size": "18",
}
MOBILE = {"mobile": "07700 900 982"}
NOTE = {"name": "Ann Ŵyn Llŷr"}
WAYS = [
    ("e-mail", EMAIL, "Ann@Example.com"),
    ("text", MOBILE, "+44 7700 900982"),
    ("letter", LETTER, "LL999AA"),
    ("note", NOTE, "llŷr"),
]


def saved(visitor: Visitor, way: str = "e-mail", form: dict[str, str] = EMAIL) -> str:
    """Save this browser's request, and give the code that the page shows."""
    address = f"{START}/save/{way}"
    visitor.open(address)
    sent = visitor.send(address, form)
    assert sent.status_code == 303, sent.text
    found = _CODE.search(visitor.open(sent.headers["Location"]).text)
    assert found
    return found[1]


def comes_back(visitor: Visitor, code: str, fact: str, **more: str) -> str:
    """Come back, and give the address of the page that is asked then, or the page that refuses."""
    visitor.open("/en/come-back")
    sent = visitor.send("/en/come-back", {"code": code, "fact": fact, **more})
    return visitor.onward(sent) if sent.status_code == 303 else sent.text
