"""A backup taken while the hub runs, and a hub begun anew from one."""

import shutil
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import click

from hub import cases, sharing, store
from hub.cases import Printed
from hub.councils import Councils
from hub.settings import Settings, restoring
from hub.sharing import UNSURE, Erased
from hub.staff import Viewer
from hub.store import Beside, Database, Documents, backup

_SEALS, _PRINT, _LYING = "seals", "print", "lying"


def take_backup(read: Settings, documents: Documents, *, into: Path, manifests: str) -> bool:
    """Take a backup of everything but the secrets, say where it lies, and whether it is whole.

    `manifests` is the name of the print folder's manifests.

    :raises DatabaseRefused: if the database cannot be used.
    """
    seals = Beside(_SEALS, read.seals, "*.json")
    printed = Beside(_PRINT, read.print_folder, manifests)
    lying = Beside(_LYING, read.print_folder, "[!.]*.pdf")
    with closing(store.open_database(read.database_url)) as database:
        database.check_version()
        taken = backup.take(
            database, documents, into=into, earlier=(seals,), later=(printed, lying)
        )
    for name in taken.damaged:
        click.echo(f"The document {name} is gone or damaged: it is not in the backup.", err=True)
    click.echo(f"{taken.folder}: {taken.rows} rows, {taken.documents} documents.")
    return not taken.damaged


def restore_backup(
    read: Settings,
    documents: Documents,
    *,
    source: Path,
    printed: Sequence[Printed],
    survived: Sequence[Path],
    erased: Sequence[Erased],
) -> None:
    """Fill an empty hub from a backup; what `printed` names is never printed again.

    What `erased` names is erased again, before anybody can see it.
    Seals that lie here are of the time that is lost: they are put aside, and none is destroyed.
    Letters that lay unprinted when the backup was taken may have been printed since: they are laid
    apart, for the post room to say, but for those that a print folder which `survived` knows of:
    there they lie still, or were taken.

    :raises BackupRefused: if it is no backup, or damaged.
    :raises DatabaseRefused: if the database holds anything already.
    """
    with closing(store.open_database(read.database_url)) as database:
        backup.demand_fillable(database, source=source)  # before a hub that is well is kept shut
        with restoring(read.data):
            filled = backup.fill(database, documents, source=source)
            with database.all_councils() as session:
                known = cases.remember_given(session, printed)
                sharing.note_anew(session)
            again = _erase_again(database, read, erased)
            gone = frozenset(line.reference for line in erased)
            moment = f"{database.clock():%Y%m%dT%H%M%SZ}"
            aside = _put_seals_aside(read.seals, moment)
            _lay(source / _SEALS, read.seals)
            perhaps = read.data / f"{UNSURE}{moment}"
            _lay(
                source / _LYING,
                perhaps,
                unless=lambda pdf: _is_known(pdf, survived) or _is_of(pdf, gone),
            )
            _lay(source / _PRINT, read.print_folder)
    click.echo(f"Restored {filled.rows} rows and {filled.documents} documents.")
    click.echo(f"{known} letters were printed before: they are not printed again.")
    click.echo(f"{again} requests were erased before: they are erased again.")
    if perhaps.exists():
        click.echo(f"The letters in {perhaps} lay unprinted then: print those that never went out.")
    if aside:
        click.echo(f"The seals of the time since the backup lie in {aside}: keep them.")


def _erase_again(database: Database, read: Settings, erased: Sequence[Erased]) -> int:
    councils, count = Councils.read(read.templates / "councils"), 0
    for line in erased:
        council = councils.by_id(line.council)
        with database.session(council.id) as session:
            viewer = Viewer.system(council.id)
            count += sharing.erase_again(session, viewer, line, council=council)
    for council in councils:
        while _note_some(database, council.id, read.erased):
            pass
    return count


def _note_some(database: Database, council: str, ledger: Path) -> int:
    with database.session(council) as session:
        return sharing.note(session, ledger)


def _is_of(pdf: Path, references: frozenset[str]) -> bool:
    return pdf.name.partition("-")[0] in references


def _put_seals_aside(seals: Path, moment: str) -> Path | None:
    return seals.rename(seals.with_name(f"{seals.name}-until-{moment}")) if seals.is_dir() else None


def _is_known(pdf: Path, survived: Sequence[Path]) -> bool:
    days = (folder / pdf.parent for folder in survived)
    manifests = (file for day in days for file in day.glob("*.csv"))
    return any(pdf.name in file.read_text(encoding="utf-8") for file in manifests)


def _lay(source: Path, folder: Path, unless: Callable[[Path], bool] = lambda _: False) -> None:
    """Copy files into a folder; what lies there already knows more, and stays."""
    for file in source.rglob("*"):
        name = file.relative_to(source)
        path = folder / name
        if file.is_file() and not path.exists() and not unless(name):
            path.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, path)
