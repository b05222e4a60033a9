"""The questions of those who run the hub: are the files right, is all accounted for, is it true."""

from contextlib import closing
from pathlib import Path

import click

from channels.terminal.council_files import CouncilFiles
from hub import history, intake, letters, sharing, store
from hub.history import Finding
from hub.settings import Settings
from hub.sharing import Leftover
from hub.store import FolderDocuments

FOUND_SOMETHING = 1


@click.command()
@click.pass_obj
def check(files: CouncilFiles) -> None:
    """Check the council's files: every mistake with its file, line and key, and what to write."""
    words, offered = files.words(), files.judged()
    for council in files.councils():
        letters.try_letterhead(council, words, public_url=files.public_url)
        services = offered.services(council.id)
        click.echo(f"{council.id}: {', '.join(service.id for service in services)}")
        for service in services:
            for remark in intake.remarks(service, council, files.folder(council)):
                click.echo(remark)
    click.echo("No mistakes.")


@click.command()
@click.pass_obj
def account(read: Settings) -> None:
    """Count all that came in against what became of it; exit 1 if anything is unaccounted for."""
    with closing(store.open_database(read.database_url)) as database:
        database.check_version()
        found = intake.account(database)
    for (council, channel, outcome), count in found.counts.items():
        click.echo(f"{council} {channel} {outcome}: {count}")
    for each in found.unaccounted:
        click.echo(f"{each.council} {each.channel} {each.id}: {each.why}", err=True)
    click.echo(f"{found.arrivals} arrivals, {len(found.unaccounted)} unaccounted for.")
    raise SystemExit(0 if found.is_clean else FOUND_SOMETHING)


@click.command()
@click.option(
    "--seals",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A copy of the seals that was kept elsewhere. Default: HUB_DATA/seals.",
)
@click.pass_obj
def verify(read: Settings, seals: Path | None) -> None:
    """Look for whatever was changed in the histories and documents; exit 1 if something was."""
    with closing(store.open_database(read.database_url)) as database:
        database.check_version()
        found = history.verify(database, seals or read.seals)
        with database.reading_all() as session:
            documents = store.documents.count(session)
            damaged = list(store.documents.verify(session, FolderDocuments(read.documents)))
            left = list(sharing.leftovers(session))
    for line in (*map(_where, found.findings), *map(_which, damaged), *map(_what_is_left, left)):
        click.echo(line, err=True)
    for young in found.unprotected:
        click.echo(f"{young.council} {young.chain}: {young.first} to {young.last} not sealed yet")
    wrong = len(found.findings) + len(damaged) + len(left)
    click.echo(f"{found.chains} chains, {found.entries} entries, {found.seals} seals.")
    click.echo(f"{documents} documents.")
    click.echo(f"Found wrong: {wrong or 'nothing'}.")
    raise SystemExit(FOUND_SOMETHING if wrong else 0)


def _which(damaged: tuple[str, str, str]) -> str:
    council, sha256, what = damaged
    return f"{council} document {sha256}: {what}"


def _what_is_left(left: Leftover) -> str:
    return f"{left.council} {left.reference}: erased, and something is left in {left.table}"


def _where(finding: Finding) -> str:
    chain = f" chain {finding.chain}" if finding.chain else ""
    entry = f" entry {finding.number}" if finding.number is not None else ""
    sealed = f" seal {finding.seal}" if finding.seal is not None else ""
    return f"{finding.council}{chain}{entry}{sealed}: {finding.trouble}"
