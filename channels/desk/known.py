"""A browser that somebody signed in with before: their mistakes there are counted by themselves.

It holds a word of chance and our proof that it goes with this name. Whoever copies it gains nothing
but a count of their own.
"""

import hmac
from datetime import timedelta

from flask import Response, request

from channels.pages import signed_in, visit

_LASTS = timedelta(days=90)
_NAME = "known"


def browser(name: str) -> str:
    """Give the word of this browser, if it goes with this name; "" if not."""
    word, _, proof = request.cookies.get(signed_in.cookie_name(_NAME), "")[:200].partition(".")
    is_ours = hmac.compare_digest(_proof(name, word), proof.encode("utf-8", "replace"))
    return word if word and is_ours else ""


def remember(response: Response, name: str) -> Response:
    """Let this browser know the name for 90 days."""
    word = browser(name) or visit().house.database.chance.token()
    proof = _proof(name, word).decode()
    return signed_in.keep(response, _NAME, f"{word}.{proof}", lasts=_LASTS)


def _proof(name: str, word: str) -> bytes:
    here = visit()
    told = ("known browser", here.council.id, name.strip().lower(), word)
    return here.house.sealing.hash_of(*told).encode()
