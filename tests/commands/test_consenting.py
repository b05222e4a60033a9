"""`hub consent`: what a person said of who asks for them is written down from a terminal."""

from contextlib import closing
from pathlib import Path

from hub import people
from hub.people import ConsentState
from hub.staff import Viewer
from tests.builders.helping import UNASKED, helped
from tests.builders.requests import a_case
from tests.commands.conftest import Hub
from tests.commands.test_granting import kept

SYSTEM = Viewer.system("aberwen")


def test_that_a_person_agrees_is_written_down_and_that_they_take_it_back(
    hub: Hub, tmp_path: Path
) -> None:
    with closing(kept(hub, tmp_path)) as database:
        with database.session("aberwen") as session:
            receipt = helped(session, UNASKED)

        agreed = hub("consent", receipt.reference.shown, "--agrees")
        withdrawn = hub("consent", receipt.reference.shown, "--withdrawn")
        with database.reading("aberwen") as session:
            state = people.consent_state(session, SYSTEM, receipt.case_id)

    assert agreed.exit_code == 0, agreed.output
    assert agreed.stdout.endswith(": given.\n")
    assert withdrawn.exit_code == 0, withdrawn.output
    assert state is ConsentState.WITHDRAWN


def test_where_nobody_asked_for_another_it_is_refused_in_one_sentence(
    hub: Hub, tmp_path: Path
) -> None:
    with closing(kept(hub, tmp_path)) as database, database.session("aberwen") as session:
        reference = a_case(session).reference.shown

    refused = hub("consent", reference, "--agrees")

    assert refused.exit_code != 0
    assert "nothing to write down" in refused.stderr
