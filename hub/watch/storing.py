"""Whether a request that came in now could be stored."""

import shutil
from pathlib import Path

from sqlalchemy import insert

from hub.errors import TryAgain
from hub.store import Database, OutboxEvent

_LEAST_FREE = 64 * 1024 * 1024  # bytes; below it a letter or a commit may fail half way
_TRIAL = "Trial"


class DiskFull(TryAgain):
    """Say that the data folder has next to no room left."""

    key = "disk_full"


def demand_storing(database: Database, folder: Path) -> None:
    """Try to write a row, as a request would, and take it back; and look at the room left.

    :raises StoreAway: if the database takes nothing.
    :raises DiskFull: if the data folder has no room.
    """
    if shutil.disk_usage(folder).free < _LEAST_FREE:
        raise DiskFull
    with database.all_councils() as session:
        trial = {
            "council": "",
            "id": session.chance.uuid(),
            "name": _TRIAL,
            "subject": session.chance.uuid(),
            "at": session.now(),
        }
        session.sql.execute(insert(OutboxEvent).values(**trial))
        session.sql.rollback()
