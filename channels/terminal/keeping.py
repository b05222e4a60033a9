"""What those who run the hub have it do: migrate, seal now, try again what was held."""

from contextlib import closing
from uuid import UUID

import click
import structlog

from hub import history, store
from hub.councils import Councils
from hub.settings import Settings
from hub.store import jobs

_log = structlog.get_logger(__name__)

_NEWEST = "head"


@click.command()
@click.option("--to", "target", default=_NEWEST, help="An older version to go back to.")
@click.option("--lose", is_flag=True, help="Going back, lose what the older version cannot keep.")
@click.pass_obj
def migrate(read: Settings, *, target: str, lose: bool) -> None:
    """Bring the database to this program's version, or back to an older one."""
    with closing(store.open_database(read.database_url)) as database:
        if target == _NEWEST:
            database.migrate()
        else:
            database.migrate_back(target, lose=lose)
    click.echo("The database is ready.")


@click.command()
@click.pass_obj
def seal(read: Settings) -> None:
    """Seal the histories of every council now, without waiting for the next minute."""
    with closing(store.open_database(read.database_url)) as database:
        database.check_version()
        for council in Councils.read(read.templates / "councils"):
            with database.session(council.id) as session:
                number = history.seal(session, read.seals)
            click.echo(f"{council.id}: " + (f"seal {number}" if number else "nothing to seal"))


@click.command()
@click.argument("job_id", type=click.UUID)
@click.pass_obj
def release(read: Settings, job_id: UUID) -> None:
    """Let a job that was held try again; /readyz names the held ones, with the reason."""
    with closing(store.open_database(read.database_url)) as database:
        database.check_version()
        with database.all_councils() as session:
            name = jobs.release(session, job_id)
    _log.info("job released", job=str(job_id), name=name)
    click.echo(f"{name} is tried again.")
