"""Chance, handed in like the clock, so that a test can foretell it."""

import os
import secrets
import time
from typing import Protocol
from uuid import UUID

_TOKEN_BYTES = 24
_SALT_BYTES = 16


class Chance(Protocol):
    """Give what nobody can foretell."""

    def digits(self, count: int) -> str:
        """Give `count` digits, the first never a nought."""

    def token(self) -> str:
        """Give a word of 192 bits that fits in an address or a cookie."""

    def salt(self) -> bytes:
        """Give 16 bytes."""

    def uuid(self) -> UUID:
        """Give an id that sorts by the moment it was made (UUID version 7, RFC 9562)."""


class SystemChance:
    """Draw from the operating system."""

    def digits(self, count: int) -> str:
        """Give `count` digits, the first never a nought."""
        least = int(10 ** (count - 1))
        return str(least + secrets.randbelow(9 * least))

    def token(self) -> str:
        """Give a word of 192 bits that fits in an address or a cookie."""
        return secrets.token_urlsafe(_TOKEN_BYTES)

    def salt(self) -> bytes:
        """Give 16 bytes."""
        return os.urandom(_SALT_BYTES)

    def uuid(self) -> UUID:
        """Give an id that sorts by the moment it was made (UUID version 7, RFC 9562)."""
        return uuid_at(time.time_ns() // 1_000_000, os.urandom(10))


def uuid_at(milliseconds: int, noise: bytes) -> UUID:
    """Make a version 7 id from a Unix time in milliseconds and 10 bytes of noise."""
    high = (milliseconds & 0xFFFF_FFFF_FFFF) << 80
    low = int.from_bytes(noise, "big")
    bits = high | (low & ~(0xF << 76) & ~(0x3 << 62)) | (0x7 << 76) | (0x2 << 62)
    return UUID(int=bits)
