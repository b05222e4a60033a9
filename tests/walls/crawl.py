"""Every page that a browser can ask for, with every name that it could put into an address."""

import base64
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from tests.web.visitor import Visitor

_SESSION = re.compile(r"\bhub=(?P<dot>\.?)(?P<packed>[\w-]+)(?=\.[\w-]{6}\.[\w-]{27})")
_SIGNATURE = re.compile(r"\.[\w-]{6}\.[\w-]{27}")  # as itsdangerous writes them, with the time
Names = Mapping[str, Sequence[str]]


def everywhere(visitor: Visitor, names: Names) -> Iterator[tuple[str, TestResponse]]:
    """Open every page and send every form, and give what came back."""
    for rule in sorted(visitor.client.application.url_map.iter_rules(), key=str):
        for address in _addresses(rule, names):
            if "GET" in (rule.methods or ()):
                yield f"GET {address}", visitor.open(address)
    for rule in sorted(visitor.client.application.url_map.iter_rules(), key=str):
        for address in _addresses(rule, names):
            if "POST" in (rule.methods or ()):
                yield from _sent(visitor, address)


def astray(visitor: Visitor) -> Iterator[tuple[str, TestResponse]]:
    """Make the pages that tell of a mistake."""
    yield "no page", visitor.open("/en/nowhere")
    yield "no method", visitor.send("/en/", {})
    yield "no token", visitor.send("/en/track", {}, token="none")
    yield "too much", visitor.send("/en/track", {"fact": "x" * 3_000_000})


def all_of(response: TestResponse) -> str:
    """Give everything that a browser is told, its headers and what is in its cookie with it.

    But for the signatures and the letters that it is packed into: they are chance, which sooner or
    later writes any three letters.
    """
    told = _SESSION.sub(_unpacked, f"{response.headers}\n{response.data.decode(errors='replace')}")
    return _SIGNATURE.sub("", told)


def _unpacked(cookie: re.Match[str]) -> str:
    """Read the cookie of a session as it is: JSON, perhaps compressed, in base 64."""
    packed = cookie["packed"]
    content = base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4))
    return "hub=" + (zlib.decompress(content) if cookie["dot"] else content).decode()


def _addresses(rule: Rule, names: Names) -> Iterator[str]:
    arguments = sorted(rule.arguments)  # a name that is not known here fails: say what to put in
    for values in product(*(names[argument] for argument in arguments)):
        filled = dict(zip(arguments, values, strict=True))
        address = rule.rule
        for name in arguments:
            start = address.rindex("<", 0, address.index(f"{name}>"))
            address = f"{address[:start]}{filled[name]}{address[address.index('>', start) + 1 :]}"
        yield address


def _sent(visitor: Visitor, address: str) -> Iterator[tuple[str, TestResponse]]:
    for form in ({}, {"answer": "yes"}, {"reference": "1", "fact": "x"}):
        yield f"POST {address} {sorted(form)}", visitor.send(address, form, page="/en/track")
