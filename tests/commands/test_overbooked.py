"""`hub overbooked`: a sheet with fewer places than are booked cancels nothing, and is told."""

import shutil
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from hub.bookings import Booked
from hub.values import system_clock
from tests.commands.conftest import Hub
from tests.commands.test_granting import kept


def a_monday_to_come() -> date:
    """Give a Monday in the middle of next October, when there is no bank holiday."""
    october = date(system_clock().year + 1, 10, 14)
    return october - timedelta(october.weekday())


def test_days_booked_beyond_their_places_are_listed_and_none_is_hidden(
    hub: Hub, tmp_path: Path, templates: Path
) -> None:
    own = Path(shutil.copytree(templates, tmp_path / "templates"))
    day = a_monday_to_come()
    with closing(kept(hub, tmp_path)) as database, database.session("aberwen") as session:
        for slot in (1, 2):
            place = {"council": "aberwen", "service": "bulky-waste", "round": "van", "day": day}
            place |= {"slot": slot, "id": session.chance.uuid(), "case_id": session.chance.uuid()}
            session.insert(Booked, {**place, "held_at": session.now()})

    before = hub("overbooked", HUB_TEMPLATES=str(own))
    sheet = own / "councils" / "aberwen" / "bookings" / "bulky-waste.csv"
    sheet.parent.mkdir()
    sheet.write_text(f"day,places,round\n{day.isoformat()},1,van\n", encoding="utf-8")
    after = hub("overbooked", HUB_TEMPLATES=str(own))
    checked = hub("check", HUB_TEMPLATES=str(own))

    where = f"aberwen bulky-waste {day.isoformat()} van"
    assert before.exit_code == 0
    assert before.stdout == "0 days are booked beyond their places.\n"
    assert after.exit_code == 1
    assert f"{where}: 2 booked, 1 places" in after.stderr
    assert checked.exit_code == 0
