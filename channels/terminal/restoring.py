"""A backup taken while the hub runs, and a hub begun anew from one."""

import shutil
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import click

from hub import cases, store
from hub.cases import Printed
from hub.settings import Settings
from hub.store import Beside, Database, Documents, backup

_SEALS, _PRINT = "seals", "print"


def take_backup(read: Settings, documents: Documents, *, into: Path, manifests: str) -> None:
    """Take a backup of everything but the secrets, and say where it lies.

    `manifests` is the name of the print folder's manifests.

    :raises DatabaseRefused: if the database cannot be used.
    """
    beside = (Beside(_SEALS, read.seals, "*.json"), Beside(_PRINT, read.print_folder, manifests))
    with closing(store.open_database(read.database_url)) as database:
        database.check_version()
        taken = backup.take(database, documents, into=into, beside=beside)
    click.echo(f"{taken.folder}: {taken.rows} rows, {taken.documents} documents.")


def restore_backup(
    read: Settings, documents: Documents, *, source: Path, printed: Iterable[Printed]
) -> None:
    """Fill an empty hub from a backup; what `printed` names is never printed again.

    Seals that lie here are of the time that is lost: they are put aside, and none is destroyed.

    :raises BackupRefused: if it is no backup, or damaged.
    :raises DatabaseRefused: if the database holds anything already.
    """
    with closing(store.open_database(read.database_url)) as database:
        filled = backup.fill(database, documents, source=source)
        aside = _put_seals_aside(read, database)
        _lay(source / _SEALS, read.seals)
        _lay(source / _PRINT, read.print_folder)
        with database.all_councils() as session:
            known = cases.remember_given(session, printed)
    click.echo(f"Restored {filled.rows} rows and {filled.documents} documents.")
    click.echo(f"{known} letters were printed before: they are not printed again.")
    if aside:
        click.echo(f"The seals of the time since the backup lie in {aside}: keep them.")


def _put_seals_aside(read: Settings, database: Database) -> Path | None:
    if not read.seals.is_dir():
        return None
    aside = read.seals.with_name(f"{read.seals.name}-until-{database.clock():%Y%m%dT%H%M%SZ}")
    return read.seals.rename(aside)


def _lay(source: Path, folder: Path) -> None:
    """Copy files into a folder; what lies there already knows more, and stays."""
    for file in source.rglob("*"):
        path = folder / file.relative_to(source)
        if file.is_file() and not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, path)
