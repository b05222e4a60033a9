"""What a hash is taken of: pure, and written down here alone, so that anyone can check it."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from hub.store import canonical

Words = Mapping[str, Any]
START = "0" * 64
"""What the first entry of a chain, and the first seal of a council, name as the one before."""

_ENTRY = (
    "council",
    "chain",
    "number",
    "kind",
    "at",
    "actor",
    "facts",
    "commitment",
    "previous",
)
_SEAL = ("council", "number", "at", "heads", "chains", "entries", "root", "previous")


def moment(at: datetime) -> str:
    """Write a moment in the one way that is hashed: UTC, to the microsecond."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def commitment(salt: bytes, text: Words) -> str:
    """Give a hash that commits to a text and, without the salt, says nothing of it."""
    return hashlib.sha256(salt + canonical(text).encode()).hexdigest()


def entry_hash(row: Words) -> str:
    """Give the hash of an entry, over everything it says and the hash before it."""
    return _hash_of(row, _ENTRY)


def root(heads: Iterable[tuple[UUID | str, int, str]]) -> str:
    """Give one hash over chain heads, which come in the order of their chains."""
    digest = hashlib.sha256()
    for chain, number, head in heads:
        digest.update(f"{chain} {number} {head}\n".encode())
    return digest.hexdigest()


def seal_hash(row: Words) -> str:
    """Give the hash of a seal, over its root, its counts and the seal before it."""
    return _hash_of(row, _SEAL)


def _hash_of(row: Words, names: tuple[str, ...]) -> str:
    said = [_written(row[name]) for name in names]
    return hashlib.sha256(canonical(said).encode()).hexdigest()


def _written(value: object) -> object:
    if isinstance(value, datetime):
        return moment(value)
    return str(value) if isinstance(value, UUID) else value
