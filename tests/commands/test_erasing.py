"""`hub erase` and `hub hold`: at once, or not at all, from a terminal until there is a desk."""

from contextlib import closing
from pathlib import Path

import pytest

from hub import cases, sharing, store
from hub.store import Database
from hub.values import Reference
from tests.builders.requests import a_case
from tests.commands.conftest import Hub
from tests.history.chains import tamper
from tests.sharing.marked import SYSTEM, close


@pytest.fixture
def database(hub: Hub, tmp_path: Path) -> Database:
    """Give the database of the hub that is commanded."""
    hub("migrate")
    return store.open_database(f"sqlite:///{tmp_path / 'data' / 'hub.sqlite'}")


@pytest.fixture
def reference(database: Database) -> str:
    """Give the reference of a case that nobody has closed yet."""
    with closing(database), database.session("aberwen") as session:
        return a_case(session).reference.shown


def test_an_open_case_is_erased_only_if_it_is_closed_first_and_stands_in_the_ledger_at_once(
    hub: Hub, tmp_path: Path, reference: str
) -> None:
    refused = hub("erase", reference, "--because", "they asked")
    erased = hub("erase", reference, "--because", "they asked", "--close")
    again = hub("erase", reference, "--because", "they asked", "--close")

    assert "still at work" in refused.stderr
    assert erased.exit_code == 0, erased.output
    assert "is erased" in erased.stdout
    assert "cannot find" in again.stderr
    (line,) = sharing.read_ledger(tmp_path / "data" / "erased", {"aberwen"})
    assert line.reference == reference.replace(" ", "")


def test_what_is_held_is_erased_only_once_the_hold_is_lifted(hub: Hub, reference: str) -> None:
    held = hub("hold", reference, "--because", "a complaint")
    refused = hub("erase", reference, "--because", "they asked", "--close")
    lifted = hub("hold", reference, "--because", "answered", "--lift")
    twice = hub("hold", reference, "--because", "answered", "--lift")
    erased = hub("erase", reference, "--because", "they asked", "--close")

    assert "held back" in held.stdout
    assert "Lift the hold first" in refused.stderr
    assert "when its time is over" in lifted.stdout
    assert "not held back" in twice.stderr
    assert erased.exit_code == 0, erased.output


def test_verify_is_at_peace_with_an_erasing(hub: Hub, reference: str) -> None:
    hub("seal")

    hub("erase", reference, "--because", "they asked", "--close")

    verified = hub("verify")
    assert verified.exit_code == 0, verified.output


@pytest.mark.parametrize(
    ("pretended", "found"),
    [
        ("DELETE FROM history_texts", "nobody says it was erased"),
        ("UPDATE cases SET erased_at = closed_at, status = 'closed'", "something is left in"),
    ],
)
def test_verify_finds_an_erasing_that_is_pretended(
    hub: Hub, database: Database, reference: str, *, pretended: str, found: str
) -> None:
    with closing(database), database.session("aberwen") as session:
        case = cases.with_reference(session, SYSTEM, Reference.parse(reference))
        close(session, case.id)

    tamper(database, pretended)

    verified = hub("verify")
    assert verified.exit_code == 1
    assert found in verified.stderr
