"""Chains to verify, and the means of someone who holds the database's password."""

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from uuid import UUID

import psycopg

from hub import history
from hub.store import Database

COUNCIL = "aberwen"
OTHER = "borth"
_DEEP = '{"a":' + "[" * 100_000 + "]" * 100_000 + "}"


def a_chain(database: Database, *, council: str = COUNCIL, entries: int = 3) -> UUID:
    """Write a chain of so many entries, each with a text, and give its id."""
    chain = database.chance.uuid()
    with database.session(council) as session:
        facts, words = {"service": "missed-bin"}, {"name": "Ann Example"}
        history.open_chain(
            session, chain=chain, kind="CaseOpened", actor="web", facts=facts, text=words
        )
    add(database, chain, council=council, entries=entries - 1)
    return chain


def add(database: Database, chain: UUID, *, council: str = COUNCIL, entries: int = 1) -> None:
    """Add so many entries to a chain."""
    for number in range(entries):
        with database.session(council) as session:
            history.append(
                session,
                chain=chain,
                kind="NoteAdded",
                actor="staff",
                facts={"step": number},
                text={"note": f"Tŷ coch {number}"},
            )


def sealed(database: Database, folder: Path, council: str = COUNCIL) -> int | None:
    """Seal what changed, and give the seal's number."""
    with database.session(council) as session:
        return history.seal(session, folder)


def tamper(database: Database, *statements: str, chain: UUID | None = None) -> None:
    """Run SQL past the hub, and past the database's own constraints; `:chain` is the victim.

    `:never` is what this database takes for a moment and Python does not, `:deep` is JSON that is
    nested deeper than Python follows.
    """
    victim = f"'{chain.hex}'" if chain else "NULL"
    never = "5" if database.is_sqlite else "'infinity'"
    values = {":chain": victim, ":never": never, ":deep": _DEEP}
    told = [_filled(statement, values) for statement in statements]
    if database.is_sqlite:
        file = sqlite3.connect(str(database.engine.url.database))
        file.executescript("BEGIN;" + ";".join(told) + ";COMMIT;")
        file.close()
        return
    url = database.engine.url.set(drivername="postgresql")
    with psycopg.connect(url.render_as_string(hide_password=False)) as line:
        line.execute("SET session_replication_role = replica")
        for statement in told:
            line.execute(statement.encode())


def _filled(statement: str, values: Mapping[str, str]) -> str:
    for name, value in values.items():
        statement = statement.replace(name, value)
    return statement
