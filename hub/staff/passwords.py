"""Passwords: which are good enough, and how they are kept.

Kept with Argon2id in 19 MiB, two passes and one lane (OWASP Password Storage Cheat Sheet, the
first choice for the least memory). Good is what is long and hard to guess: no rule asks for signs
or capitals (NIST SP 800-63B 3.1.1.2; NCSC, "three random words").
"""

import unicodedata
from collections.abc import Iterable
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from hub.errors import Refused

LEAST = 12
MOST = 128
_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_FEWEST_GUESSES = 8  # as a power of ten
_FEWEST_OWN = 6  # letters and digits beside what others know of its owner
_LEAST_WORD = 3
_JUDGED = 72  # so much is judged: what is good that far is good


class PasswordTooShort(Refused):
    """Refuse a password that is too short."""

    key = "password_too_short"


class PasswordTooLong(Refused):
    """Refuse a password that is longer than anybody types."""

    key = "password_too_long"


class PasswordEasilyGuessed(Refused):
    """Refuse a password that others use, or that is made of the name or of a pattern."""

    key = "password_easily_guessed"


def judge(password: str, *, about: Iterable[str]) -> None:
    """Let pass a password that is good enough; `about` are words that others know of its owner.

    :raises PasswordTooShort: if it is.
    :raises PasswordTooLong: if it is.
    :raises PasswordEasilyGuessed: if it would be among the first that somebody tries.
    """
    from zxcvbn import zxcvbn  # noqa: PLC0415 - its lists are large, and few set a password

    plain = _plain(password)
    if len(plain) < LEAST:
        raise PasswordTooShort(least=LEAST)
    if len(plain) > MOST:
        raise PasswordTooLong(most=MOST)
    known = _known(about)
    guesses = zxcvbn(plain[:_JUDGED], user_inputs=known)["guesses_log10"]
    if guesses < _FEWEST_GUESSES or len(_without(known, plain)) < _FEWEST_OWN:
        raise PasswordEasilyGuessed


def hash_of(password: str) -> str:
    """Give what is kept of a password."""
    return _HASHER.hash(_plain(password))


def matches(kept: str | None, password: str) -> bool:
    """Say whether it is the password; where there is none it takes as long to say no."""
    try:
        _HASHER.verify(kept or _nobodys(), _plain(password[: MOST * 4]))
    except (VerificationError, InvalidHashError):
        return False
    return kept is not None


def is_old(kept: str) -> bool:
    """Say whether a password is kept in another way than today's."""
    return _HASHER.check_needs_rehash(kept)


@cache
def _nobodys() -> str:
    return _HASHER.hash("a password of nobody")


def _plain(password: str) -> str:
    """Write what looks the same in the same way, whatever keyboard it came from."""
    return unicodedata.normalize("NFKC", password.encode("utf-8", "replace").decode())


def _known(about: Iterable[str]) -> list[str]:
    words = {word for told in about for word in (_folded(told), *_parts(_folded(told)))}
    return sorted((word for word in words if len(word) >= _LEAST_WORD), key=len, reverse=True)


def _without(known: Iterable[str], password: str) -> str:
    """Give the letters and digits that are left when what others know is taken out."""
    left = _folded(password)
    for word in known:
        left = left.replace(word, " ")
    return "".join(_parts(left))


def _folded(words: str) -> str:
    apart = unicodedata.normalize("NFKD", words.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def _parts(told: str) -> list[str]:
    return "".join(sign if sign.isalnum() else " " for sign in told).split()
