"""What verifying may find, and what it says when it finds nothing."""

from dataclasses import dataclass
from enum import StrEnum


class Trouble(StrEnum):
    """What is wrong with a chain, a text, a seal or a seal's copy."""

    EDITED = "an entry does not have the hash that it should have"
    BROKEN = "an entry does not follow from the one before it"
    HEAD_DIFFERS = "the chain's head is not its last entry"
    NO_HEAD = "entries without a chain"
    NO_ENTRIES = "a chain without entries"
    SEALED_GONE = "what was sealed is gone or another"
    TEXT_EDITED = "a text is not what was committed to"
    TEXT_GONE = "a text is gone and nobody says it was erased"
    SEAL_EDITED = "a seal does not have the hash that it should have"
    SEAL_BROKEN = "a seal does not follow from the one before it"
    SEAL_HEADS = "a seal's heads are not those that were sealed"
    SEAL_COUNTS = "the last seal counts other chains and entries than were sealed"
    SEALED_NUMBER = "a chain says it was sealed further than it was"
    COPY_NEWER = "the copy has a seal that the database lacks: an old backup was put back"
    COPY_DIFFERS = "the copy of a seal says something else"
    COPY_DAMAGED = "the copy of a seal cannot be read or contradicts itself"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, and where: a chain and an entry's number, or a seal's number."""

    council: str
    trouble: Trouble
    chain: str | None = None
    number: int | None = None
    seal: int | None = None


@dataclass(frozen=True, slots=True)
class Unprotected:
    """Entries of a chain younger than its last seal: nothing proves them yet."""

    council: str
    chain: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found, what is not protected yet, and how much was looked at."""

    findings: tuple[Finding, ...]
    unprotected: tuple[Unprotected, ...]
    chains: int
    entries: int
    seals: int

    @property
    def is_sound(self) -> bool:
        """Say whether nothing was found wrong."""
        return not self.findings
