"""`hub grant`: what a case asked for is granted from a terminal, until there is a desk."""

from contextlib import closing
from pathlib import Path

from hub import store
from hub.store import Database
from tests.builders.requests import a_case
from tests.commands.conftest import Hub
from tests.permits.test_permits import asked_for


def kept(hub: Hub, folder: Path) -> Database:
    hub("migrate")
    return store.open_database(f"sqlite:///{folder / 'data' / 'hub.sqlite'}")


def test_a_case_is_granted_by_its_reference_and_granted_again_stays_as_it_is(
    hub: Hub, tmp_path: Path
) -> None:
    with closing(kept(hub, tmp_path)) as database, database.session("aberwen") as session:
        reference = asked_for(session).reference.shown

    first = hub("grant", reference)
    again = hub("grant", reference.replace(" ", ""))

    assert first.exit_code == 0, first.output
    assert "holds from" in first.stdout
    assert first.stdout == again.stdout


def test_what_cannot_be_granted_is_refused_in_one_sentence(hub: Hub, tmp_path: Path) -> None:
    with closing(kept(hub, tmp_path)) as database, database.session("aberwen") as session:
        reference = a_case(session).reference.shown

    lasting = hub("grant", reference)
    unknown = hub("grant", "123 4567 8978")
    odd = hub("grant", "12")

    assert "grants nothing for a time" in lasting.stderr
    assert unknown.exit_code == 70
    assert odd.exit_code == 2
    assert "11 digits" in odd.stderr
