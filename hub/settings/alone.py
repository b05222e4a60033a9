"""One process at a time does the work of a small installation: it holds a lock on the folder."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hub.errors import Refused

_LOCK = "serve.lock"


class FolderInUse(Refused):
    """Say that another hub works in this folder."""

    key = "folder_in_use"

    def __str__(self) -> str:
        """Say it in one sentence, for a terminal."""
        folder = self.values["folder"]
        return f"Another hub works in the folder {folder}: stop it, or set HUB_DATA to another."


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold the folder while it lasts; the system lets go of it however this process ends.

    :raises FolderInUse: if another process holds it.
    """
    with (folder / _LOCK).open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as reason:
            raise FolderInUse(folder=str(folder)) from reason
        yield
