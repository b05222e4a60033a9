"""Chains, seals and erasing, when nobody tampers."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from hub import history
from hub.history import Entry, EntryText, Seal, SealedHead, Trouble
from hub.store import AllCouncils, Database
from tests.history.chains import COUNCIL, OTHER, a_chain, add, sealed, tamper


def _entries(database: Database) -> Sequence[Entry]:
    with database.reading(COUNCIL) as session:
        return session.sql.scalars(select(Entry).order_by(Entry.number)).all()


def _seal_and_fail(database: Database, seals: Path) -> None:
    with database.session(COUNCIL) as session:
        history.seal(session, seals)
        raise ZeroDivisionError


def test_each_entry_follows_from_the_one_before(database: Database) -> None:
    a_chain(database, entries=3)

    entries = _entries(database)

    assert [entry.number for entry in entries] == [1, 2, 3]
    assert entries[1].previous == entries[0].hash
    assert entries[2].previous == entries[1].hash


def test_nothing_personal_stands_in_an_entry(database: Database) -> None:
    a_chain(database, entries=1)

    (entry,) = _entries(database)

    assert entry.facts == {"service": "missed-bin"}
    assert "Ann" not in repr(vars(entry))


def test_an_entry_may_have_no_text(database: Database, seals: Path) -> None:
    chain = a_chain(database)
    with database.session(COUNCIL) as session:
        history.append(session, chain=chain, kind="CaseRouted", actor="system")
    sealed(database, seals)

    findings = history.verify(database, seals)

    assert findings.is_sound
    assert (findings.chains, findings.entries, findings.seals) == (1, 4, 1)


def test_a_chain_of_another_council_is_unknown(database: Database) -> None:
    chain = a_chain(database, council=OTHER)

    with pytest.raises(history.UnknownChain), database.session(COUNCIL) as session:
        history.append(session, chain=chain, kind="NoteAdded", actor="staff")


def test_what_is_younger_than_the_last_seal_is_named(database: Database, seals: Path) -> None:
    old, young = a_chain(database, entries=2), None
    sealed(database, seals)
    add(database, old, entries=2)
    young = a_chain(database, entries=1)

    findings = history.verify(database, seals)

    assert findings.is_sound
    named = {(one.chain, one.first, one.last) for one in findings.unprotected}
    assert named == {(str(old), 3, 4), (str(young), 1, 1)}


def test_a_seal_covers_what_changed_and_counts_all(database: Database, seals: Path) -> None:
    first = a_chain(database, entries=2)
    a_chain(database, entries=3)
    sealed(database, seals)
    add(database, first)

    sealed(database, seals)

    with database.reading(COUNCIL) as session:
        last = session.sql.get_one(Seal, (COUNCIL, 2))
        heads = session.sql.scalars(select(SealedHead).where(SealedHead.seal == 2)).all()
    assert (last.heads, last.chains, last.entries) == (1, 2, 6)
    assert [(head.chain, head.number) for head in heads] == [(first, 3)]
    assert history.verify(database, seals).unprotected == ()


def test_nothing_changed_needs_no_seal(database: Database, seals: Path) -> None:
    a_chain(database)
    sealed(database, seals)

    again = sealed(database, seals)

    assert again is None
    assert history.verify(database, seals).is_sound


def test_each_council_has_seals_of_its_own(database: Database, seals: Path) -> None:
    a_chain(database)
    a_chain(database, council=OTHER)

    numbers = sealed(database, seals), sealed(database, seals, OTHER)

    assert numbers == (1, 1)
    assert history.verify(database, seals).is_sound
    assert {file.relative_to(seals).as_posix() for file in seals.rglob("*.json")} == {
        "aberwen/1.json",
        "borth/1.json",
    }


def test_a_seal_whose_copy_a_crash_prevented_is_copied_by_the_next(
    database: Database, seals: Path
) -> None:
    a_chain(database)
    sealed(database, seals)
    (seals / COUNCIL / "1.json").unlink()

    sealed(database, seals)

    assert (seals / COUNCIL / "1.json").exists()
    assert history.verify(database, seals).is_sound


def test_a_seal_that_was_not_kept_is_not_copied(database: Database, seals: Path) -> None:
    a_chain(database)

    with pytest.raises(ZeroDivisionError):
        _seal_and_fail(database, seals)

    assert not seals.exists()


def test_an_erased_text_is_gone_and_the_chain_still_holds(database: Database, seals: Path) -> None:
    chain = a_chain(database, entries=3)
    sealed(database, seals)

    with database.session(COUNCIL) as session:
        erased = history.erase_text(session, chain=chain, actor="staff", reason="asked")

    sealed(database, seals)
    with database.reading(COUNCIL) as session:
        assert session.sql.scalars(select(EntryText)).all() == []
    assert erased == 3
    assert history.verify(database, seals).is_sound


def test_erasing_some_texts_keeps_the_others(database: Database) -> None:
    chain = a_chain(database, entries=3)

    with database.session(COUNCIL) as session:
        history.erase_text(session, chain=chain, numbers=[2], actor="staff", reason="asked")

    with database.reading(COUNCIL) as session:
        kept = session.sql.scalars(select(EntryText.number).order_by(EntryText.number)).all()
    assert kept == [1, 3]
    assert history.verify(database).is_sound


def test_an_erasure_excuses_only_the_texts_it_names(database: Database) -> None:
    chain = a_chain(database, entries=3)
    with database.session(COUNCIL) as session:
        history.erase_text(session, chain=chain, numbers=[2], actor="staff", reason="asked")

    tamper(
        database,
        "DELETE FROM history_texts WHERE chain = :chain AND number = 3",
        chain=chain,
    )

    (found,) = history.verify(database).findings
    assert (found.trouble, found.chain, found.number) == (Trouble.TEXT_GONE, str(chain), 3)


def test_moments_keep_their_microseconds(database: Database, seals: Path) -> None:
    moment = database.clock() + timedelta(microseconds=123457)
    database.clock = lambda: moment
    a_chain(database)
    sealed(database, seals)

    findings = history.verify(database, seals)

    assert findings.is_sound
    assert _entries(database)[0].at == moment


def test_a_seal_made_while_history_is_verified_is_no_trouble(
    database: Database, seals: Path
) -> None:
    chain = a_chain(database)
    sealed(database, seals)
    add(database, chain)

    findings = history.verify(_SealedMeanwhile(database, seals), seals)

    assert findings.is_sound
    assert findings.seals == 1
    assert (seals / COUNCIL / "2.json").exists()


class _SealedMeanwhile(Database):
    """A database of which one moment is read, and just then another process seals."""

    def __init__(self, database: Database, seals: Path) -> None:
        super().__init__(database.engine, clock=database.clock, chance=database.chance)
        self._seals = seals

    @contextmanager
    def reading_all(self) -> Iterator[AllCouncils]:
        with super().reading_all() as session:
            session.sql.scalars(select(Seal)).all()
            sealed(self, self._seals)
            yield session
