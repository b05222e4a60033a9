"""Writing down at a terminal what a person says of who asks for them, until there is a desk."""

from contextlib import closing

import click

from channels.terminal.references import ReferenceParameter
from hub import cases, store
from hub.councils import Councils
from hub.people import ConsentState
from hub.settings import Settings
from hub.staff import Viewer
from hub.values import Reference


@click.command()
@click.argument("reference", type=ReferenceParameter())
@click.option(
    "--agrees/--withdrawn",
    required=True,
    help="What the person told you: that they agree, or that they do not (any more).",
)
@click.option("--council", "council_id", help="Whose case it is. Default: the only council.")
@click.pass_obj
def consent(read: Settings, *, reference: Reference, agrees: bool, council_id: str | None) -> None:
    """Write down what the person said for whom the case REFERENCE was asked."""
    council = Councils.read(read.templates / "councils").only(council_id)
    viewer = Viewer.system(council.id)
    then = ConsentState.GIVEN if agrees else ConsentState.WITHDRAWN
    with closing(store.open_database(read.database_url)) as database:
        database.check_version()
        with database.session(council.id) as session:
            case = cases.with_reference(session, viewer, reference)
            cases.settle_consent(session, viewer, case.id, then=then)
    click.echo(f"{reference.shown}: {then}.")
