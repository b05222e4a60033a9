"""A case that is called erased and is not is named, with each table that holds something of it."""

from hub import sharing
from hub.cases import Case
from hub.sharing import Leftover
from hub.store import Database
from tests.builders.councils import a_council
from tests.builders.helping import TO_MEGAN, helped
from tests.sharing.marked import SYSTEM, close


def test_whatever_is_left_of_an_erased_case_is_named_by_its_table(database: Database) -> None:
    with database.session("aberwen") as session:
        case_id = helped(session, TO_MEGAN).case_id
        key = {"council": "aberwen", "id": case_id}
        session.change(Case, key, {"erased_at": session.now()})

    with database.reading_all() as everywhere:
        left = {one.table for one in sharing.leftovers(everywhere)}

    assert left == {"answers", "askers", "behalves", "consents", "history_texts"}


def test_nothing_is_left_of_a_case_that_was_erased(database: Database) -> None:
    with database.session("aberwen") as session:
        case_id = helped(session, TO_MEGAN).case_id
        close(session, case_id)
        sharing.erase_now(session, SYSTEM, case_id, because="asked", council=a_council())

    with database.reading_all() as everywhere:
        left: list[Leftover] = list(sharing.leftovers(everywhere))

    assert left == []
