"""Requests that no page of ours would send: every route and method, every field spoiled, any bytes.

The routes are those of the application itself, and the fields those of the form that the visitor
finds at the address; so a new door is tried without a word here.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote_from_bytes

from hypothesis import strategies as st

from tests.builders.picking import pick, seldom

METHODS = ("GET", "POST", "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "QUERY")
OPS = ("/healthz", "/readyz", "/metrics")
FIELDS = (
    "csrf_token", "draft", "read", "anew", "tongue", "add", "by", "remove", "answer", "later",
    "unknown", "day", "month", "year", "line1", "line2", "town", "postcode", "uprn", "words",
    "lat", "lon", "files", "reference", "fact",
    "code", "email", "name", "size", "save", "key", "note", "which", "kept", "keep",
)  # fmt: skip
_TYPES = (
    "application/x-www-form-urlencoded",
    "application/x-www-form-urlencoded; charset=utf-16",
    "application/x-www-form-urlencoded; charset=no-such",
    "multipart/form-data; boundary=x",
    "multipart/form-data",
    "multipart/form-data; boundary=" + "y" * 300,
    "application/json",
    "text/xml; charset=\u00ff",
    "",
)
_WORDS = (
    b"", b" ", b"yes", b"\x00", b"a\x00b", "\u202edesrever".encode(), "\u2066x".encode(),
    b"\xff\xfe", b"\xed\xa0\x80", b"\xc0\x80", b"x" * 70_000, "ŵ".encode() * 5_000, b"9" * 5_000,
    "٣٣".encode(), b"1e999", b"-1", b"nan", b"../../etc/passwd", b"{{ 7 * 7 }}", b"%s%n", b"\r\n",
    b"' OR 1=1 --", b"<script>alert(1)</script>", b"[]", b"{}", b"none", b"find", b"chosen",
    "\u0300".encode() * 500, "👩\u200d👩\u200d👧".encode(), b"\x7f\x1b[2J", b"31", b"2026", b"0",
)  # fmt: skip
_BODIES = (
    b"", b"--x", b"--x\r\nContent-Dis", b"\x00" * 9, b"&&&===", b"%", b"%zz=%zz", b"{", b"<a",
    b'--x\r\nContent-Disposition: form-data; name="files"; filename="\xff.jpg"\r\n\r\nJF\r\n--x--',
    b'--x\r\nContent-Disposition: form-data; name="answer"\r\nContent-Type: x; charset=y\r\n\r\nx',
)  # fmt: skip
_HEADERS = (
    {"Accept-Language": "\u00ff;q=x,cy;q=9"},
    {"Content-Length": "-1"},
    {"Content-Length": "99"},
    {"Transfer-Encoding": "chunked"},
    {"Range": "bytes=0-0,9-1"},
    {"If-None-Match": '"\u00ff'},
    {"If-Modified-Since": "yesterday"},
    {"X-Forwarded-For": "\u00ff, nobody"},
    {"X-Forwarded-Host": "evil.example"},
    {"Origin": "https://[::"},
    {"Origin": "null"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Host": "localhost:99999"},
    {"Content-Encoding": "gzip"},
)


_PART = re.compile(r"<(?:[^<>]*:)?(\w+)>")


@dataclass(frozen=True)
class Asked:
    """One request: where and how, with which headers; `body` is sent where it is not None.

    Else `spoiled` is put into the form that stands at the address, and all else in it is right.
    """

    method: str
    address: str
    content_type: str
    body: bytes | None
    spoiled: Mapping[str, bytes]
    headers: Mapping[str, str]

    def filled(self, right: Iterable[tuple[str, str]]) -> bytes:
        """Give the body: the form with its fields spoiled, or bytes that are none."""
        if self.body is not None:
            return self.body
        whole = {name: said.encode() for name, said in right} | dict(self.spoiled)
        return b"&".join(
            f"{quote_from_bytes(name.encode())}={quote_from_bytes(said)}".encode()
            for name, said in whole.items()
        )


@st.composite
def any_requests(draw: st.DrawFn, route: str, known: Mapping[str, Sequence[str]]) -> Asked:
    """Build any request to a route; `known` are values for the parts of its address."""
    values = st.sampled_from(_WORDS) | st.binary(max_size=12)
    is_form = not seldom(draw)
    return Asked(
        method=draw(st.sampled_from((*METHODS, *["POST"] * len(METHODS)))),
        address=draw(_addresses(route, known)),
        content_type=_TYPES[0] if is_form else draw(st.sampled_from(_TYPES)),
        body=None if is_form else draw(st.sampled_from(_BODIES) | st.binary(max_size=40)),
        spoiled=draw(st.dictionaries(st.sampled_from(FIELDS), values, max_size=4)),
        headers=draw(st.just({}) | st.sampled_from(_HEADERS)),
    )


@st.composite
def _addresses(draw: st.DrawFn, route: str, known: Mapping[str, Sequence[str]]) -> str:
    address = _PART.sub(lambda part: _part(draw, part[1], known), route)
    asked = draw(st.just(b"") | st.sampled_from(_WORDS))
    return f"{address}?reference={quote_from_bytes(asked[:3_000])}" if asked else address


def _part(draw: st.DrawFn, name: str, known: Mapping[str, Sequence[str]]) -> str:
    right = known[name]  # a name that is not known here fails: say what to put in
    if not seldom(draw):
        return pick(draw, right)
    spoiled = draw(st.sampled_from(_WORDS) | st.binary(min_size=1, max_size=9))
    return quote_from_bytes(spoiled[:3_000], safe="")
