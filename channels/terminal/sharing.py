"""Services that are begun, handed to another council, or taken in from one."""

from importlib.metadata import version
from pathlib import Path

import click

from channels.terminal.council_files import CouncilFiles
from hub import catalogue
from hub.catalogue import exchange
from hub.catalogue.exchange import Provenance
from hub.letters import LetterKind, Stationery
from hub.values import Language

_PROGRAM = "clicks-and-bricks-hub"


@click.command("new-service")
@click.argument("name")
@click.option("--council", "council_id", help="Whose team answers. Default: the first council.")
@click.pass_obj
def new_service(files: CouncilFiles, *, name: str, council_id: str | None) -> None:
    """Begin a service: a file that is right but for its words, with remarks that teach."""
    team = files.council(council_id).teams[0].id
    about_permits = {kind.value for kind in LetterKind}  # called as their occasion
    letter = min(Stationery.read(files.templates).names - about_permits)
    path = catalogue.begin(files.templates, name, team=team, letter=letter)
    click.echo(f"{path}\nWrite its words where a … stands. `hub check` names each that is left.")


@click.command("export-service")
@click.argument("name")
@click.option("-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--council", "council_id", help="Which council's. Default: the first.")
@click.option(
    "--licence", default="OGL-UK-3.0", show_default=True, help="Under which it is given away."
)
@click.pass_obj
def export_service(
    files: CouncilFiles, *, name: str, output: Path, council_id: str | None, licence: str
) -> None:
    """Write a service and where it comes from into one file, for other councils."""
    council = files.council(council_id)
    service = files.service(council, name)
    provenance = Provenance(
        council=council.name.to(Language.EN),
        version=service.version,
        exported_on=files.clock().astimezone(council.timezone).date(),
        licence=licence,
        hub=version(_PROGRAM),
    )
    written = exchange.export(files.templates, council.id, name, provenance=provenance)
    output.write_text(written, encoding="utf-8")
    click.echo(f"{output}: {name}, version {service.version}, under {licence}.")


@click.command("import-service")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--as", "called", help="Another name, when the library has one of this name.")
@click.pass_obj
def import_service(files: CouncilFiles, *, file: Path, called: str | None) -> None:
    """Take a service from another council into the library, unless it has mistakes."""
    letters = Stationery.read(files.templates)
    spoken = {language for council in files.councils() for language in council.languages}
    imported = exchange.take_in(
        file,
        files.templates,
        letters=letters.names,
        languages=[language for language in Language if language in spoken],
        judges=files.judges(letters, files.words()),
        called=called,
    )
    click.echo(f"{imported.path}\nIts teams: {', '.join(sorted(imported.teams))}.")
    click.echo("To offer it, name it in services: of your council.yaml, and these teams in teams:.")
