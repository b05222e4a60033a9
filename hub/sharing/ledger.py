"""The ledger of what was erased, kept outside the database: a restore would bring it all back.

`<folder>/<council>/<year>-<month>.jsonl` has a line for each erasure: the case, its reference, when
and why, and nothing personal. A line is written before its row says so: killed in between, it is
written twice, and says the same.
"""

import fcntl
import json
import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from uuid import UUID

from sqlalchemy import select, update

from hub.errors import Refused
from hub.sharing.rows import Erasure
from hub.store import UNSYNCED, AllCouncils, Session, documents


class LedgerRefused(Refused):
    """Say that a folder is no ledger of what was erased."""

    key = "ledger_refused"

    def __str__(self) -> str:
        """Say it in one sentence, for a terminal."""
        return f"{self.values['folder']} is no ledger of erasures: {self.values['why']}"


@dataclass(frozen=True, slots=True)
class Erased:
    """Be one line of the ledger."""

    council: str
    case_id: UUID
    reference: str


def note(session: Session, folder: Path, *, most: int = 500) -> int:
    """Write the erasures that the ledger lacks into it, and count them."""
    asked = (
        select(Erasure)
        .where(Erasure.done_at.is_not(None), Erasure.noted_at.is_(None))
        .order_by(Erasure.id)
        .limit(most)
        .with_for_update(skip_locked=True)
    )
    found = session.sql.scalars(asked).all()
    for month, lines in groupby(found, key=lambda one: f"{one.done_at:%Y-%m}"):
        _write(folder / session.council / f"{month}.jsonl", [_line(one) for one in lines])
    for one in found:
        one.noted_at = session.now()
    session.sql.flush()
    return len(found)


def note_anew(session: AllCouncils) -> None:
    """Have all erasures written into the ledger anew: a restored hub may have an empty one."""
    anew = update(Erasure).where(Erasure.noted_at.is_not(None)).values(noted_at=None)
    session.sql.execute(anew, execution_options=UNSYNCED)


def read_ledger(
    folder: Path, councils: Collection[str], *, must_have: bool = False
) -> Sequence[Erased]:
    """Give what a ledger names, each case once; a line that a crash cut short is none.

    :raises LedgerRefused: if a file lies in no council's folder or cannot be read, and if there is
        no line where there must be one.
    """
    found = dict.fromkeys(_lines(folder, councils))
    if must_have and not found:
        raise LedgerRefused(folder=str(folder), why="it names no case.")
    return tuple(found)


def _lines(folder: Path, councils: Collection[str]) -> Iterator[Erased]:
    for path in sorted(folder.rglob("*.jsonl")):
        council = path.parent.name
        if council not in councils:
            raise LedgerRefused(folder=str(folder), why=f"{path} lies in no folder of a council.")
        whole = path.read_text(encoding="utf-8").rpartition("\n")[0]
        try:
            told = [json.loads(line) for line in whole.splitlines() if line]
            yield from (Erased(council, UUID(one["case"]), one["reference"]) for one in told)
        except (ValueError, KeyError, TypeError) as error:
            raise LedgerRefused(folder=str(folder), why=f"{path} cannot be read.") from error


def _line(erasure: Erasure) -> str:
    said = {
        "case": str(erasure.case_id),
        "reference": erasure.reference,
        "at": erasure.done_at.isoformat() if erasure.done_at else None,
        "cause": erasure.cause,
    }
    return json.dumps(said)


def _write(path: Path, lines: Sequence[str]) -> None:
    """Add lines that outlive a power cut; what a crash left of one before is taken off."""
    documents.make_through(path.parent)
    is_new = not path.exists()
    with path.open("ab+") as ledger:
        fcntl.flock(ledger, fcntl.LOCK_EX)
        ledger.seek(0)
        ledger.truncate(ledger.read().rfind(b"\n") + 1)
        ledger.write("".join(f"{line}\n" for line in lines).encode())
        ledger.flush()
        os.fsync(ledger.fileno())
    if is_new:
        documents.fsync(path.parent)
