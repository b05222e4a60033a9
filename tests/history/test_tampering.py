"""Whoever rewrites what happened is found, in every way that can be thought of."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from hub import history
from hub.history import SealCopyDiffers, Trouble
from hub.store import Database
from tests.history.chains import COUNCIL, a_chain, add, sealed, tamper

_DELETE_ENTRIES = (
    "DELETE FROM history_texts WHERE chain = :chain",
    "DELETE FROM history WHERE chain = :chain",
)
_DELETE_HEAD = "DELETE FROM chains WHERE id = :chain"

EVERY_WAY: dict[str, tuple[tuple[str, ...], Trouble]] = {
    "edit who did it": (
        ("UPDATE history SET actor = 'nobody' WHERE chain = :chain AND number = 2",),
        Trouble.EDITED,
    ),
    "edit the facts": (
        ("UPDATE history SET facts = '{}' WHERE chain = :chain AND number = 2",),
        Trouble.EDITED,
    ),
    "edit them to nonsense": (
        ("UPDATE history SET facts = '{nonsense' WHERE chain = :chain AND number = 2",),
        Trouble.EDITED,
    ),
    "edit the moment": (
        ("UPDATE history SET at = '2020-01-01 00:00:00.000000' WHERE chain = :chain",),
        Trouble.EDITED,
    ),
    "delete": (
        (
            "DELETE FROM history_texts WHERE chain = :chain AND number = 2",
            "DELETE FROM history WHERE chain = :chain AND number = 2",
        ),
        Trouble.BROKEN,
    ),
    "insert": (
        (
            """INSERT INTO history (council, chain, kind, at, actor, facts, commitment, previous,
                 hash, number)
               SELECT council, chain, kind, at, actor, facts, commitment, previous, hash, 4
               FROM history WHERE chain = :chain AND number = 3""",
        ),
        Trouble.EDITED,
    ),
    "reorder": (
        (
            "UPDATE history SET number = 99 WHERE chain = :chain AND number = 2",
            "UPDATE history SET number = 2 WHERE chain = :chain AND number = 3",
            "UPDATE history SET number = 3 WHERE chain = :chain AND number = 99",
        ),
        Trouble.BROKEN,
    ),
    "cut the tail": (
        (
            """UPDATE chains SET number = 2, sealed_number = 2, hash =
                 (SELECT hash FROM history WHERE chain = :chain AND number = 2)
               WHERE id = :chain""",
            "DELETE FROM history_texts WHERE chain = :chain AND number > 2",
            "DELETE FROM history WHERE chain = :chain AND number > 2",
        ),
        Trouble.SEALED_GONE,
    ),
    "delete the chain": ((*_DELETE_ENTRIES, _DELETE_HEAD), Trouble.SEALED_GONE),
    "delete its entries": (_DELETE_ENTRIES, Trouble.NO_ENTRIES),
    "delete its head": ((_DELETE_HEAD,), Trouble.NO_HEAD),
    "swap the council": (
        (
            "UPDATE chains SET council = 'borth' WHERE id = :chain",
            "UPDATE history SET council = 'borth' WHERE chain = :chain",
            "UPDATE history_texts SET council = 'borth' WHERE chain = :chain",
        ),
        Trouble.EDITED,
    ),
    "edit a text": (
        ("UPDATE history_texts SET text = '{}' WHERE chain = :chain AND number = 1",),
        Trouble.TEXT_EDITED,
    ),
    "delete a text": (
        ("DELETE FROM history_texts WHERE chain = :chain AND number = 1",),
        Trouble.TEXT_GONE,
    ),
    "say it was sealed": (
        ("UPDATE chains SET sealed_number = 77 WHERE id = :chain",),
        Trouble.SEALED_NUMBER,
    ),
    "edit what was sealed": (
        ("UPDATE sealed_heads SET hash = 'a' WHERE chain = :chain",),
        Trouble.SEALED_GONE,
    ),
}


@pytest.mark.parametrize("way", EVERY_WAY)
@pytest.mark.promise("P15")
def test_whoever_rewrites_a_chain_is_found_with_its_name(
    database: Database, seals: Path, way: str
) -> None:
    statements, trouble = EVERY_WAY[way]
    victim, other = a_chain(database), a_chain(database)
    sealed(database, seals)

    tamper(database, *statements, chain=victim)

    findings = history.verify(database, seals)
    assert (trouble, str(victim)) in {(one.trouble, one.chain) for one in findings.findings}
    assert str(other) not in {one.chain for one in findings.findings}


def test_a_chain_and_all_that_says_it_was_sealed_cannot_vanish_before_the_copy(
    database: Database, seals: Path
) -> None:
    victim, other = a_chain(database), a_chain(database)
    sealed(database, seals)

    tamper(
        database,
        *_DELETE_ENTRIES,
        _DELETE_HEAD,
        "DELETE FROM sealed_heads WHERE chain = :chain",
        chain=victim,
    )

    without_copy, with_copy = history.verify(database), history.verify(database, seals)
    assert Trouble.SEAL_HEADS in {one.trouble for one in without_copy.findings}
    named = {one.chain for one in with_copy.findings}
    assert str(victim) in named
    assert str(other) not in named


EVERY_WAY_WITH_SEALS = {
    "edit": (["UPDATE seals SET at = '2020-01-01 00:00:00.000000'"], Trouble.SEAL_EDITED),
    "edit the counts": (["UPDATE seals SET chains = 7 WHERE number = 2"], Trouble.SEAL_EDITED),
    "swap the council": (
        ["UPDATE seals SET council = 'borth'", "UPDATE sealed_heads SET council = 'borth'"],
        Trouble.SEAL_EDITED,
    ),
    "edit the moment to what is none": (["UPDATE seals SET at = :never"], Trouble.SEAL_EDITED),
    "delete one": (
        ["DELETE FROM sealed_heads WHERE seal = 1", "DELETE FROM seals WHERE number = 1"],
        Trouble.SEAL_BROKEN,
    ),
    "delete the last": (
        ["DELETE FROM sealed_heads WHERE seal = 2", "DELETE FROM seals WHERE number = 2"],
        Trouble.COPY_NEWER,
    ),
    "delete all": (["DELETE FROM sealed_heads", "DELETE FROM seals"], Trouble.COPY_NEWER),
}


@pytest.mark.parametrize("way", EVERY_WAY_WITH_SEALS)
@pytest.mark.promise("P15")
def test_whoever_rewrites_the_seals_is_found(database: Database, seals: Path, way: str) -> None:
    statements, trouble = EVERY_WAY_WITH_SEALS[way]
    chain = a_chain(database)
    sealed(database, seals)
    add(database, chain)
    sealed(database, seals)

    tamper(database, *statements)

    found = history.verify(database, seals).findings
    assert trouble in {one.trouble for one in found}


@pytest.mark.promise("P15")
def test_history_and_seals_written_anew_differ_from_the_copy(
    database: Database, seals: Path, tmp_path: Path
) -> None:
    a_chain(database)
    sealed(database, seals)
    kept_elsewhere = tmp_path / "elsewhere"
    seals.rename(kept_elsewhere)
    tamper(
        database,
        "DELETE FROM history_texts",
        "DELETE FROM history",
        "DELETE FROM chains",
        "DELETE FROM sealed_heads",
        "DELETE FROM seals",
    )
    a_chain(database)
    sealed(database, seals)

    findings = history.verify(database, kept_elsewhere)

    assert history.verify(database).is_sound
    troubles = {one.trouble for one in findings.findings}
    assert {Trouble.COPY_DIFFERS, Trouble.SEALED_GONE} <= troubles


@pytest.mark.promise("P15")
def test_an_old_backup_put_back_is_found_by_the_copy(
    sqlite_database: Database, seals: Path, back_up: Callable[[], Callable[[], None]]
) -> None:
    chain = a_chain(sqlite_database)
    sealed(sqlite_database, seals)
    put_back = back_up()
    add(sqlite_database, chain)
    later = a_chain(sqlite_database)
    sealed(sqlite_database, seals)

    put_back()

    assert history.verify(sqlite_database).is_sound
    found = history.verify(sqlite_database, seals).findings
    assert Trouble.COPY_NEWER in {one.trouble for one in found}
    assert {str(chain), str(later)} <= {one.chain for one in found}


@pytest.mark.promise("P17")
def test_sealing_after_an_old_backup_leaves_the_copies_that_betray_it(
    sqlite_database: Database, seals: Path, back_up: Callable[[], Callable[[], None]]
) -> None:
    chain = a_chain(sqlite_database)
    sealed(sqlite_database, seals)
    put_back = back_up()
    later = a_chain(sqlite_database)
    sealed(sqlite_database, seals)
    put_back()
    add(sqlite_database, chain)

    with pytest.raises(SealCopyDiffers):
        sealed(sqlite_database, seals)

    found = history.verify(sqlite_database, seals).findings
    assert Trouble.COPY_NEWER in {one.trouble for one in found}
    assert str(later) in {one.chain for one in found}


@pytest.mark.promise("P15")
def test_sealing_after_the_last_seal_was_deleted_leaves_its_copy(
    database: Database, seals: Path
) -> None:
    chain = a_chain(database)
    sealed(database, seals)
    add(database, chain)
    sealed(database, seals)
    tamper(database, *EVERY_WAY_WITH_SEALS["delete the last"][0])

    with pytest.raises(SealCopyDiffers):
        sealed(database, seals)

    found = history.verify(database, seals).findings
    assert Trouble.COPY_NEWER in {one.trouble for one in found}


def test_sealing_goes_on_once_the_copies_were_put_aside(
    database: Database, seals: Path, tmp_path: Path
) -> None:
    chain = a_chain(database)
    sealed(database, seals)
    add(database, chain)
    sealed(database, seals)
    tamper(database, *EVERY_WAY_WITH_SEALS["delete the last"][0])

    seals.rename(tmp_path / "aside")
    add(database, chain)
    number = sealed(database, seals)

    assert number == 2
    assert {file.name for file in seals.rglob("*.json")} == {"1.json", "2.json"}


def test_a_damaged_copy_is_named(database: Database, seals: Path) -> None:
    a_chain(database)
    sealed(database, seals)
    copy = seals / COUNCIL / "1.json"

    copy.write_text(copy.read_text().replace('"chains": 1', '"chains": 2'))

    found = history.verify(database, seals).findings
    assert [(one.trouble, one.seal) for one in found] == [(Trouble.COPY_DAMAGED, 1)]


@pytest.fixture
def back_up(sqlite_database: Database, tmp_path: Path) -> Callable[[], Callable[[], None]]:
    """Give the means to put a file aside, and back in the place of the newer one."""
    file, aside = Path(str(sqlite_database.engine.url.database)), tmp_path / "backup.sqlite"

    def put_back() -> None:
        sqlite_database.engine.dispose()
        with sqlite3.connect(aside) as old, sqlite3.connect(file) as new:
            old.backup(new)

    def put_aside() -> Callable[[], None]:
        with sqlite3.connect(file) as now, sqlite3.connect(aside) as copy:
            now.backup(copy)
        return put_back

    return put_aside
