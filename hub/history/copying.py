"""The copies of seals outside the database: written once, and never over one that is there."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from hub.errors import Refused
from hub.history.hashing import Words, moment
from hub.store import documents


class SealCopyDiffers(Refused):
    """Refuse to seal over a copy that the database knows nothing of: it may be the last evidence.

    An old backup was put back, or the last seals were deleted; `hub verify` says which.
    """

    key = "seal_copy_differs"


class Head(NamedTuple):
    """A chain's head as a seal finds it."""

    chain: UUID
    number: int
    hash: str


def copy_of(folder: Path, council: str, number: int) -> Path:
    """Give the file in which a seal is copied."""
    return folder / council / f"{number}.json"


def demand_free(folder: Path, council: str, number: int) -> None:
    """See to it that the seal that comes next has no copy yet.

    :raises SealCopyDiffers: if it has: it is another seal's.
    """
    if copy_of(folder, council, number).exists():
        raise SealCopyDiffers(council=council, number=number)


def copy(folder: Path, row: Words, heads: Iterable[Head]) -> None:
    """Copy a seal, once however often it is copied.

    :raises SealCopyDiffers: if a copy of that number says something else.
    """
    path = copy_of(folder, row["council"], row["number"])
    written = _written(row, heads)
    try:
        documents.create_through(path, written)
    except FileExistsError as there:
        if path.read_bytes() != written:
            raise SealCopyDiffers(council=row["council"], number=row["number"]) from there


def _written(row: Words, heads: Iterable[Head]) -> bytes:
    delta = [[str(head.chain), head.number, head.hash] for head in heads]
    said = {**row, "at": moment(row["at"]), "delta": delta}
    return json.dumps(said, indent=1, sort_keys=True).encode()
