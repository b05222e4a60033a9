"""The days on which more is booked than a council's sheet has places, for somebody to arrange."""

from collections.abc import Iterator
from contextlib import closing

import click

from channels.terminal.checking import FOUND_SOMETHING
from hub import bookings, store
from hub.bookings import Overbooked
from hub.catalogue import Catalogue
from hub.councils import Council, Councils
from hub.settings import Settings
from hub.store import Database


@click.command()
@click.pass_obj
def overbooked(read: Settings) -> None:
    """List the days that are booked beyond their places; exit 1 if there are any."""
    councils = Councils.read(read.templates / "councils")
    offered = Catalogue.read(read.templates, councils)
    with closing(store.open_database(read.database_url)) as database:
        database.check_version()
        found = [(c, one) for c in councils for one in _of(c, offered, database)]
    for council, one in found:
        where = f"{council.id} {one.service} {one.day.isoformat()} {one.round}"
        click.echo(f"{where}: {one.held} booked, {one.places} places", err=True)
    click.echo(f"{len(found)} days are booked beyond their places.")
    raise SystemExit(FOUND_SOMETHING if found else 0)


def _of(council: Council, offered: Catalogue, database: Database) -> Iterator[Overbooked]:
    with database.reading(council.id) as session:
        today = session.now().astimezone(council.timezone).date()
        for service in offered.services(council.id):
            yield from bookings.overbooked(session, service, today=today, council=council)
