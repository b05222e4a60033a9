"""The ledger outlives the database: what a restore brings back is erased again."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from hub import cases, history, sharing
from hub.cases import Case
from hub.sharing import Erased, Erasure, LedgerRefused
from hub.store import Database
from tests.builders.councils import a_council
from tests.cases.holes import HIGH_STREET, reported
from tests.provision.time_and_chance import SettableClock
from tests.sharing.marked import SYSTEM, a_marked_hole, close, marked, papers, pass_by, settle
from workers.outside import Outside

A_WHILE = timedelta(minutes=2)
COUNCILS = frozenset({"aberwen"})


def erased(hub: Outside, database: Database, name: str = "first") -> Erased:
    with database.session("aberwen") as session:
        case_id = reported(session, HIGH_STREET, name)
        reference = cases.seen(session, SYSTEM, case_id).reference.digits
    settle(hub)
    with database.session("aberwen") as session:
        close(session, case_id)
        sharing.erase_now(session, SYSTEM, case_id, because="asked", council=a_council())
    return Erased("aberwen", case_id, reference)


def test_each_erasure_stands_in_the_ledger_and_none_is_lost_by_a_kill(
    hub: Outside, database: Database, data: Path, clock: SettableClock
) -> None:
    first, second = erased(hub, database), erased(hub, database, "second")
    pass_by(hub, clock, A_WHILE)
    (file,) = (data / "erased").rglob("*.jsonl")
    with database.all_councils() as everywhere:  # as if it was killed between file and commit
        sharing.note_anew(everywhere)
    file.write_bytes(file.read_bytes() + b'{"case": "cut sho')

    with database.session("aberwen") as session:
        again = sharing.note(session, data / "erased")

    assert again == 2
    assert set(sharing.read_ledger(data / "erased", COUNCILS)) == {first, second}
    assert len(file.read_text().splitlines()) == 4


def test_a_folder_that_is_no_ledger_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LedgerRefused, match="names no case"):
        sharing.read_ledger(tmp_path, COUNCILS, must_have=True)
    (tmp_path / "borth").mkdir()
    (tmp_path / "borth" / "2026-11.jsonl").write_text("{}\n")
    with pytest.raises(LedgerRefused, match="no folder of a council"):
        sharing.read_ledger(tmp_path, COUNCILS)
    with pytest.raises(LedgerRefused, match="cannot be read"):
        sharing.read_ledger(tmp_path, {"borth"})


@pytest.mark.promise("P16")
def test_what_an_older_backup_brings_back_is_erased_again_whatever_state_it_was_in(
    hub: Outside, database: Database, data: Path, clock: SettableClock
) -> None:
    with database.session("aberwen") as session:
        case_id = a_marked_hole(hub, session)
        sharing.hold(session, SYSTEM, case_id, because="qwxvkcomplaint")
    settle(hub)
    with database.reading("aberwen") as session:
        reference = str(session.sql.scalar(select(Case.reference)))
    line = Erased("aberwen", case_id, reference)
    unknown = Erased("aberwen", UUID(int=5), "12345678978")

    with database.session("aberwen") as session:
        known = [
            sharing.erase_again(session, SYSTEM, one, council=a_council())
            for one in (line, unknown, line)
        ]

    pass_by(hub, clock, A_WHILE)
    assert known == [True, False, False]
    assert marked(database, data) == []
    assert papers(data / "documents") == []
    assert history.verify(database).is_sound
    assert list(sharing.read_ledger(data / "erased", COUNCILS)) == [line]
    with database.reading("aberwen") as session:
        assert session.sql.scalars(select(Erasure.cause)).all() == ["again"]
