"""The data folder: everything durable lies under it, so it must exist and take what is written."""

import os
import secrets
from dataclasses import replace
from pathlib import Path
from tempfile import NamedTemporaryFile

from hub.errors import Refused
from hub.settings.settings import Settings

_SECRET_BYTES = 48


class DataFolderRefused(Refused):
    """Name the folder that cannot be made or written to."""

    key = "data_folder_refused"

    def __init__(self, *, folder: Path) -> None:
        """Keep the folder's path."""
        super().__init__(folder=str(folder))

    def __str__(self) -> str:
        """Say it in one sentence, for a terminal."""
        folder = self.values["folder"]
        return f"The folder {folder} cannot be written to: free it, or set HUB_DATA to another."


def prepare(settings: Settings) -> Settings:
    """Make the data folder and give the settings with a secret to sign with.

    Outside production the secret is drawn once and kept in the folder, readable by its owner only.
    :raises DataFolderRefused: if the folder cannot be made or written to.
    """
    try:
        settings.data.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=settings.data):
            secret = settings.secret or _kept_secret(settings.data / "secret")
    except OSError as reason:
        raise DataFolderRefused(folder=settings.data) from reason
    return replace(settings, secret=secret)


def _kept_secret(file: Path) -> str:
    if not file.exists():
        _keep(secrets.token_urlsafe(_SECRET_BYTES), file)
    return file.read_text(encoding="ascii").strip()


def _keep(secret: str, file: Path) -> None:
    """Write beside and link: of two programs that start at once, one wins whole."""
    with NamedTemporaryFile("w", encoding="ascii", dir=file.parent) as draft:
        draft.write(secret)
        draft.flush()
        os.fsync(draft.fileno())
        try:
            file.hardlink_to(draft.name)
        except FileExistsError:
            return
