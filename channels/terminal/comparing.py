"""What a council changes of the services in the library, told in plain words."""

import click

from channels.terminal.council_files import CouncilFiles
from hub.catalogue import UnknownService, overlays
from hub.catalogue.overlays import Compared
from hub.councils import Council


@click.command()
@click.argument("service", required=False)
@click.option("--council", "council_id", help="One council only. Default: each.")
@click.option("--accept", is_flag=True, help="Write down that all of it fits the library now.")
@click.pass_obj
def diff(files: CouncilFiles, *, service: str | None, council_id: str | None, accept: bool) -> None:
    """Show what a council changes of SERVICE, or of every service in the library."""
    councils = [files.council(council_id)] if council_id else list(files.councils())
    found = [(council, each) for council in councils for each in _compared(files, council, service)]
    for council, compared in found:
        click.echo(f"{council.id} changes {compared.path.stem}:")
        _tell(compared)
        if accept:
            overlays.accept(compared.path, compared.changes)
            click.echo("Accepted.")
    if service and not found and not (files.templates / "services" / f"{service}.yaml").exists():
        raise UnknownService
    if not found:
        click.echo(f"Nothing is changed: {service or 'all'} stands as the library has it.")


def _compared(files: CouncilFiles, council: Council, service: str | None) -> list[Compared]:
    paths = overlays.overlays_of(files.templates, council.id)
    return [
        overlays.compare(files.templates, path) for path in paths if service in {None, path.stem}
    ]


def _tell(compared: Compared) -> None:
    for change in compared.changes:
        sentence, *lines = overlays.tell(change)
        new = "" if compared.fits(change) else " (not accepted yet)"
        click.echo(f"\n{sentence}{new}")
        for line in lines:
            click.echo(line)
    click.echo()
