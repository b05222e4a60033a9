"""Rows and copies that nobody of ours can read are found like others, and hide no other."""

from pathlib import Path

import pytest

from hub import history
from hub.history import Trouble
from hub.store import Database
from tests.history.chains import COUNCIL, a_chain, sealed, tamper

EVERYWHERE = {
    "facts that are no number": (
        """UPDATE history SET facts = '{"a":NaN}' WHERE chain = :chain AND number = 2""",
        Trouble.EDITED,
    ),
    "facts too deep": (
        "UPDATE history SET facts = ':deep' WHERE chain = :chain AND number = 2",
        Trouble.EDITED,
    ),
    "a text that is no number": (
        """UPDATE history_texts SET text = '{"a":NaN}' WHERE chain = :chain AND number = 1""",
        Trouble.TEXT_EDITED,
    ),
    "a text too deep": (
        "UPDATE history_texts SET text = ':deep' WHERE chain = :chain AND number = 1",
        Trouble.TEXT_EDITED,
    ),
    "an empty salt": (
        "UPDATE history_texts SET salt = '' WHERE chain = :chain AND number = 1",
        Trouble.TEXT_EDITED,
    ),
    "a moment that is none": (
        "UPDATE history SET at = :never WHERE chain = :chain AND number = 2",
        Trouble.EDITED,
    ),
}

ONLY_SQLITE = {
    "a number that is a word": (
        "UPDATE history SET number = 'two' WHERE chain = :chain AND number = 2",
        Trouble.BROKEN,
    ),
    "a salt that is a number": (
        "UPDATE history_texts SET salt = 99999999999 WHERE chain = :chain AND number = 1",
        Trouble.TEXT_EDITED,
    ),
    "letters that are none": (
        "UPDATE history SET actor = CAST(x'ff' AS TEXT) WHERE chain = :chain AND number = 2",
        Trouble.EDITED,
    ),
    "sealed at a word": (
        "UPDATE sealed_heads SET number = 'two' WHERE chain = :chain",
        Trouble.SEALED_GONE,
    ),
}
"""SQLite's columns take values of any type."""

NAMELESS = (
    "UPDATE chains SET id = 'a lie' WHERE id = :chain",
    "UPDATE history SET chain = 'a lie' WHERE chain = :chain",
    "UPDATE sealed_heads SET chain = 'a lie' WHERE chain = :chain",
)

COPIES = (
    "5",
    "[]",
    '{"number": 1}',
    "[" * 100_000,
    '"\xff"',
    '{"at": "2026-11-23", "delta": [[5, 1, ""]]}',
)


def found_beside_another(database: Database, seals: Path, statement: str) -> set[Trouble]:
    """Tamper with one chain in this way and with another plainly; give what the first shows."""
    victim, other = a_chain(database), a_chain(database)
    sealed(database, seals)
    plainly = "UPDATE history SET actor = 'nobody' WHERE chain = :chain AND number = 2"

    tamper(database, statement, chain=victim)
    tamper(database, plainly, chain=other)

    found = history.verify(database, seals).findings
    assert Trouble.EDITED in {one.trouble for one in found if one.chain == str(other)}
    return {one.trouble for one in found if one.chain == str(victim)}


@pytest.mark.parametrize("way", EVERYWHERE)
@pytest.mark.promise("P15")
def test_a_row_that_cannot_be_read_is_found(database: Database, seals: Path, way: str) -> None:
    statement, trouble = EVERYWHERE[way]

    found = found_beside_another(database, seals, statement)

    assert trouble in found


@pytest.mark.parametrize("way", ONLY_SQLITE)
@pytest.mark.promise("P15")
def test_a_row_of_values_that_do_not_belong_there_is_found(
    sqlite_database: Database, seals: Path, way: str
) -> None:
    statement, trouble = ONLY_SQLITE[way]

    found = found_beside_another(sqlite_database, seals, statement)

    assert trouble in found


@pytest.mark.parametrize("statement", NAMELESS)
@pytest.mark.promise("P15")
def test_a_chain_whose_name_is_none_is_found(
    sqlite_database: Database, seals: Path, statement: str
) -> None:
    found_beside_another(sqlite_database, seals, statement)

    found = history.verify(sqlite_database, seals).findings

    assert "a lie" in {one.chain for one in found}


@pytest.mark.parametrize("statement", NAMELESS[:1])
def test_a_chain_whose_name_is_none_and_is_not_sealed_is_named(
    sqlite_database: Database, statement: str
) -> None:
    chain = a_chain(sqlite_database)

    tamper(sqlite_database, statement, chain=chain)

    named = {one.chain for one in history.verify(sqlite_database).unprotected}
    assert named == {"a lie"}


@pytest.mark.promise("P15")
def test_a_seal_whose_moment_is_none_is_found(database: Database, seals: Path) -> None:
    a_chain(database)
    sealed(database, seals)

    tamper(database, "UPDATE seals SET at = :never")

    found = {(one.trouble, one.seal) for one in history.verify(database, seals).findings}
    assert (Trouble.SEAL_EDITED, 1) in found


@pytest.mark.parametrize("written", COPIES)
def test_a_copy_that_cannot_be_read_is_named(database: Database, seals: Path, written: str) -> None:
    a_chain(database)
    sealed(database, seals)

    (seals / COUNCIL / "1.json").write_bytes(written.encode("latin-1"))

    found = history.verify(database, seals).findings
    assert [(one.trouble, one.seal) for one in found] == [(Trouble.COPY_DAMAGED, 1)]
