"""Granting a permit from a terminal, until there is a desk to do it at."""

from contextlib import closing

import click

from channels.terminal.references import ReferenceParameter
from hub import cases, permits, store
from hub.councils import Councils
from hub.settings import Settings
from hub.staff import Viewer
from hub.values import Reference


@click.command()
@click.argument("reference", type=ReferenceParameter())
@click.option("--council", "council_id", help="Whose case it is. Default: the only council.")
@click.pass_obj
def grant(read: Settings, *, reference: Reference, council_id: str | None) -> None:
    """Grant the permit that the case REFERENCE asks for, from today on; its holder is told."""
    council = Councils.read(read.templates / "councils").only(council_id)
    viewer = Viewer.system(council.id)
    with closing(store.open_database(read.database_url)) as database:
        database.check_version()
        with database.session(council.id) as session:
            case = cases.with_reference(session, viewer, reference)
            permit = permits.grant(session, viewer, case.id, council=council)
    click.echo(f"{permit.shown} holds from {permit.since} until {permit.until} ({case.service}).")
