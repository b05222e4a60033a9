"""The files that a council gives the hub: its addresses, and the days its bins are emptied."""

from contextlib import closing
from pathlib import Path

import click

from hub import places, store
from hub.councils import Councils
from hub.settings import Settings

_MOST_TOLD = 100


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--council", help="Whose it is; needed where there are several.")
@click.option("--collections", is_flag=True, help="The file holds the days of bin collections.")
@click.pass_obj
def gazetteer(read: Settings, file: Path, council: str | None, *, collections: bool) -> None:
    """Load the council's addresses from a CSV file; broken lines are named, the rest is used."""
    councils = Councils.read(read.templates / "councils")
    load = places.load_collections if collections else places.load_addresses
    with closing(store.open_database(read.database_url)) as database:
        database.check_version()
        loaded = load(database, councils.only(council).id, file)
    for each in loaded.broken[:_MOST_TOLD]:
        click.echo(f"{file.name}:{each.line}: {each.why}.", err=True)
    click.echo(f"{loaded.rows} lines are in use, {len(loaded.broken)} are broken.")
