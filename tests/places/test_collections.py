"""The days on which bins are emptied, over several weeks."""

from datetime import date
from pathlib import Path

from hub import places
from hub.store import Database

COUNCIL = "aberwen"


def test_every_day_of_a_bin_is_told_until_the_last_that_was_asked_for(
    database: Database, tmp_path: Path
) -> None:
    file = tmp_path / "collections.csv"
    file.write_text("uprn,bin,first,every_days\n7,food,2026-11-02,7\n7,refuse,2026-11-09,14\n")
    places.load_collections(database, COUNCIL, file)

    with database.session(COUNCIL) as session:
        told = places.collections_until(
            session, "7", after=date(2026, 11, 10), until=date(2026, 11, 23)
        )

    assert [(one.day.day, one.bin) for one in told] == [
        (16, "food"),
        (23, "food"),
        (23, "refuse"),
    ]
