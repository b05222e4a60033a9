"""Erasing a case at once, and holding one back, from a terminal, until there is a desk."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

import click

from channels.terminal.references import ReferenceParameter
from hub import cases, sharing, store
from hub.councils import Councils
from hub.settings import Settings
from hub.staff import Viewer
from hub.store import Database
from hub.values import Reference

_BECAUSE = "Why, for whoever asks later. Name nobody."


@click.command()
@click.argument("reference", type=ReferenceParameter())
@click.option("--because", required=True, help=_BECAUSE)
@click.option("--close", "close_first", is_flag=True, help="Close it first, if it is open.")
@click.option("--council", "council_id", help="Whose case it is. Default: the only council.")
@click.pass_obj
def erase(
    read: Settings,
    *,
    reference: Reference,
    because: str,
    close_first: bool,
    council_id: str | None,
) -> None:
    """Erase what is personal about the case REFERENCE now, without waiting for its time."""
    council = Councils.read(read.templates / "councils").only(council_id)
    viewer = Viewer.system(council.id)
    with _opened(read) as database:
        with database.session(council.id) as session:
            case = cases.with_reference(session, viewer, reference)
            until = sharing.erase_now(
                session,
                viewer,
                case.id,
                because=because,
                council=council,
                close_first=close_first,
            )
        with database.session(council.id) as session:
            sharing.note(session, read.erased)
    click.echo(f"{reference.shown} is erased: its papers go within minutes.")
    if until:
        click.echo(f"Its permit holds: name and contacts of its holder stay until {until}.")


@click.command()
@click.argument("reference", type=ReferenceParameter())
@click.option("--because", required=True, help=_BECAUSE)
@click.option("--lift", "is_lifted", is_flag=True, help="Let it be erased again in its time.")
@click.option("--council", "council_id", help="Whose case it is. Default: the only council.")
@click.pass_obj
def hold(
    read: Settings, *, reference: Reference, because: str, is_lifted: bool, council_id: str | None
) -> None:
    """Hold the case REFERENCE back from being erased, or lift the hold."""
    council = Councils.read(read.templates / "councils").only(council_id)
    viewer = Viewer.system(council.id)
    with _opened(read) as database, database.session(council.id) as session:
        case = cases.with_reference(session, viewer, reference)
        if is_lifted:
            sharing.lift(session, viewer, case.id, because=because)
        else:
            sharing.hold(session, viewer, case.id, because=because)
    became = "is erased when its time is over" if is_lifted else "is held back"
    click.echo(f"{reference.shown} {became}.")


@contextmanager
def _opened(read: Settings) -> Iterator[Database]:
    with closing(store.open_database(read.database_url)) as database:
        database.check_version()
        yield database
