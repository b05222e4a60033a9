"""A restore under way: until it is finished, no program of the hub may begin its work.

What was printed is remembered last. A hub that began before that would print it again.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hub.errors import Refused

_MARK = "restore-not-finished"


class RestoreNotFinished(Refused):
    """Say that a restore was begun in this folder and did not come to its end."""

    key = "restore_not_finished"

    def __str__(self) -> str:
        """Say it in one sentence, for a terminal."""
        folder = self.values["folder"]
        return f"A restore into {folder} was not finished: empty the database and restore again."


@contextmanager
def restoring(folder: Path) -> Iterator[None]:
    """Keep every program from beginning its work until what is done here has come to its end."""
    mark = folder / _MARK
    with mark.open("w") as file:
        os.fsync(file.fileno())
    yield
    mark.unlink()


def demand_whole(folder: Path) -> None:
    """Let a program begin its work.

    :raises RestoreNotFinished: if a restore into this folder was not finished.
    """
    if (folder / _MARK).exists():
        raise RestoreNotFinished(folder=str(folder))
