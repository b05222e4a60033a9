"""The only file that knows the hub, the doors and the workers: it ties them together.

`main:web()` is the web application for gunicorn; `command` is the `hub` command. What cannot be
obeyed ends the command with one sentence and an exit code after sysexits.h:

    65 a file of the council has a mistake    73 the data folder cannot be used
    69 the database cannot be used            75 something is away just now: try again
    71 the port is taken                      78 a setting cannot be obeyed
     1 `account` or `verify` found something

Long because nothing else may know all three, and each command of theirs begins here.
"""

import gc

gc.disable()  # until all is loaded, which takes a fifth less so: nothing of it is garbage

import os
import signal
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from socket import socket
from types import MappingProxyType
from uuid import UUID

import click
from flask import Flask

from channels import serving, terminal
from channels.app import make_app
from channels.carriers.copies import FolderCopies
from channels.carriers.documents_s3 import BucketDocuments
from channels.carriers.mail_folder import MailFolder
from channels.carriers.mail_smtp import MailServer, MailSmtp
from channels.carriers.opener import ChildOpener
from channels.carriers.print_folder import (
    MANIFEST,
    PrintFolder,
    PrintFolderRefused,
    printed_in,
)
from channels.carriers.sms_folder import SmsFolder
from channels.ops import Trust, Watched
from channels.pages import House
from channels.serving import PortTaken, WebServer
from channels.terminal import CouncilFiles, DoorNotBuilt, Terminal
from hub import (
    cases,
    catalogue,
    letters,
    messages,
    places,
    saved,
    settings,
    sharing,
    staff,
    store,
)
from hub.catalogue import Catalogue, Judge, judge_words
from hub.councils import Councils
from hub.errors import HubError, TryAgain
from hub.files import FilesRefused
from hub.letters import LetterheadDoesNotFit, Stationery
from hub.messages import MailCarrier, TextCarrier
from hub.places import GazetteerRefused
from hub.settings import (
    DataFolderRefused,
    FolderInUse,
    RestoreNotFinished,
    Settings,
    SettingsRefused,
)
from hub.sharing import LedgerRefused
from hub.staff import Provider, Viewer
from hub.store import BackupRefused, Database, DatabaseRefused, Documents, FolderDocuments, jobs
from hub.values import system_clock
from hub.words import Words
from workers.embedded import Workshop
from workers.jobs import EVERY, JOBS, QUEUES, follows, queues
from workers.outside import Outside
from workers.relay import Relay
from workers.running import Runner

gc.freeze()  # what is loaded stays as long as the process, and is never looked through
gc.enable()

_NOT_BOOTED = 3  # gunicorn's own: it ends then, instead of trying for ever


def read_settings() -> Settings:
    """Read the settings of this process, make the data folder, and start the logs.

    :raises SettingsRefused: if a setting cannot be obeyed.
    :raises DataFolderRefused: if the folder cannot be written to.
    """
    read = settings.prepare(settings.read(os.environ))
    settings.start_logs(read.log_format)
    return read


def open_outside(read: Settings) -> Outside:
    """Read the council's files and open the database; every carrier is chosen here.

    :raises FilesRefused: if a file has a mistake.
    :raises SettingsRefused: if one number would send texts for several councils.
    :raises LetterheadDoesNotFit: if a council's name is too long for a letter.
    :raises DatabaseRefused: if the database cannot be used.
    :raises RestoreNotFinished: if a restore was begun and not finished.
    """
    settings.demand_whole(read.data)
    with _undisturbed():
        councils = Councils.read(read.templates / "councils")
        settings.demand_one_council(read.texts, count=len(councils))
        words = Words.read(read.templates)
        stationery = Stationery.read(read.templates)
        offered = Catalogue.read(
            read.templates, councils, letters=stationery.names, texts=read.sends_texts
        )
    for council in councils:
        letters.try_letterhead(council, words, public_url=read.public_url)
    database = store.open_database(read.database_url)
    return Outside(
        settings=read,
        database=database,
        documents=_documents(read),
        councils=councils,
        catalogue=offered,
        words=words,
        stationery=stationery,
        mail=_mail(read, database),
        texts=_texts(read),
        printer=PrintFolder(read.print_folder),
        copies=FolderCopies(read.print_folder, read.data),
    )


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Keep Python from looking for circles among what is read: there are none, and it is much.

    With 500 services that takes as long as reading them. What was read stays as long as the
    process, so it is never looked through again.
    """
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        gc.enable()


def judges(stationery: Stationery, words: Words) -> tuple[Judge, ...]:
    """Give all who may refuse a service, on top of the catalogue's own: `hub check` asks them.

    A door or a room that cannot carry every definition adds its judge here. The web door carries
    them all.
    """
    texts = (messages.judge_texts(words), saved.judge_texts(words))
    return (judge_words, letters.judge_with(stationery), *texts)


def make_web(outside: Outside) -> Flask:
    """Hang the doors on one application, and the watch before them."""
    house = House(
        settings=outside.settings,
        database=outside.database,
        documents=outside.documents,
        opener=ChildOpener(demand_seal=outside.settings.production),
        councils=outside.councils,
        catalogue=outside.catalogue,
        words=outside.words,
        clock=outside.database.clock,
        providers=_providers(outside),
    )
    app = make_app(house)
    watched = Watched(
        app.wsgi_app,
        database=outside.database,
        folder=outside.settings.data,
        trust=Trust(outside.settings.metrics_token, outside.settings.production),
    )
    app.wsgi_app = watched  # type: ignore[assignment]  # Flask's own way to put something before it
    return app


def prepare_councils(outside: Outside) -> None:
    """Keep the versions that are offered now, and see to the jobs that come again and again.

    Which references are taken is learnt here too, before anybody asks for a new one.
    """
    cases.know_taken(outside.database)
    for council in outside.councils:
        with outside.database.session(council.id) as session:
            for service in outside.catalogue.services(council.id):
                catalogue.keep(session, service)
            for name, every in EVERY.items():
                jobs.recur(session, name=name, queue=QUEUES[name], every=every)


def welcome_samples(outside: Outside) -> bool:
    """Add the councils' sample staff where the hub is tried out, and say whether there are any."""
    read = outside.settings
    if read.production:
        return False
    password = staff.password_of(read.secret)
    for council in outside.councils:
        with outside.database.session(council.id) as session:
            staff.add_samples(session, Viewer.system(council.id), council, password=password)
    return any(council.sample_staff for council in outside.councils)


def web() -> Flask:
    """Make the web application for gunicorn: `gunicorn "main:web()"`."""
    serving.share_the_core()
    try:
        outside = open_outside(read_settings())
        outside.database.check_version()
        prepare_councils(outside)
        welcome_samples(outside)
        return make_web(outside)
    except HubError as refused:
        terminal.refuse(refused)
        raise SystemExit(_NOT_BOOTED) from refused


def _providers(outside: Outside) -> Mapping[str, Provider]:
    """Make what speaks to the councils' own sign-ins."""
    told = outside.settings.openids
    if not told:
        return {}
    from channels.carriers.openid import OpenIdProvider  # noqa: PLC0415 - slow to load, and few have one

    clock = outside.database.clock
    return {outside.councils.by_id(each.council).id: OpenIdProvider(each, clock) for each in told}


def _documents(read: Settings) -> Documents:
    return BucketDocuments(read.bucket) if read.bucket else FolderDocuments(read.documents)


def _mail(read: Settings, database: Database) -> MailCarrier:
    if read.smtp_url:
        return MailSmtp(MailServer.parse(read.smtp_url), clock=database.clock)
    return MailFolder(read.mail_folder, clock=database.clock)


def _texts(read: Settings) -> TextCarrier | None:
    if read.texts:
        from channels.carriers.sms_twilio import SmsTwilio  # noqa: PLC0415 - slow to load, and few send

        return SmsTwilio(read.texts, public_url=read.public_url)
    return SmsFolder(read.text_folder) if read.text_folder else None


class _Hub(Terminal):
    """Be the `hub` command."""

    exits = MappingProxyType(
        {
            DoorNotBuilt: 2,
            BackupRefused: 65,
            FilesRefused: 65,
            PrintFolderRefused: 65,
            LedgerRefused: 65,
            RestoreNotFinished: 73,
            GazetteerRefused: 65,
            LetterheadDoesNotFit: 65,
            DatabaseRefused: 69,
            PortTaken: 71,
            FolderInUse: 71,
            DataFolderRefused: 73,
            TryAgain: 75,
            SettingsRefused: 78,
        }
    )


@click.group(cls=_Hub, context_settings={"help_option_names": ["-h", "--help"]})
@click.pass_context
def command(ctx: click.Context) -> None:
    """One place for a council's requests, whatever door they come in at."""
    if ctx.invoked_subcommand in terminal.ON_FILES:  # they keep nothing, and need no data folder
        ctx.obj = CouncilFiles(settings.read(os.environ), judges, system_clock)
    else:
        ctx.obj = read_settings()


for _asked in (*terminal.ON_FILES.values(), *terminal.ON_THE_STORE):
    command.add_command(_asked)


@command.command()
@click.pass_obj
def serve(read: Settings) -> None:
    """Answer residents; without a broker do all the work in this process too."""
    with serving.take_port(read.host, read.port) as listener:
        read = read.at_port(listener.getsockname()[1])
        click.echo("Reading the services and opening the database …")
        if read.is_embedded:
            with settings.alone(read.data):
                _serve_everything(read, listener)
        else:
            _serve_the_web(read, listener)
    click.echo("Stopped.")


def _serve_everything(read: Settings, listener: socket) -> None:
    outside = open_outside(read)
    with closing(outside.database) as database:
        database.migrate()
        prepare_councils(outside)
        _load_gazetteers(outside)
        if database.is_sqlite:  # nobody else can be at work on it
            with database.all_councils() as session:
                jobs.free_leases(session)
        workshop = Workshop(database, Runner(outside, JOBS), follows=follows())
        server = WebServer(make_web(outside), listener)
        workshop.start()
        click.echo(f"Ready: {read.public_url} (Ctrl-C stops it; all it keeps is in {read.data})")
        _tell_of_samples(outside)
        server.run()
        click.echo("Stopping …")
        workshop.stop()


def _tell_of_samples(outside: Outside) -> None:
    """Say how to try the desk out, where it is tried out."""
    if welcome_samples(outside):
        council = next(each for each in outside.councils if each.sample_staff)
        names = ", ".join(sample.name for sample in council.sample_staff)
        click.echo(f"The desk, to try it out: {outside.settings.public_url}/en/desk")
        click.echo(f"  sign in as one of {names}")
        click.echo(f"  with the password {staff.password_of(outside.settings.secret)}")


def _load_gazetteers(outside: Outside) -> None:
    """Load the councils' own files where they changed; one that is refused stops no resident."""
    for council in outside.councils:
        folder = outside.settings.templates / "councils" / council.id
        try:
            places.load_changed(outside.database, council.id, folder)
        except GazetteerRefused as refused:
            click.echo(f"hub: {refused}", err=True)


def _serve_the_web(read: Settings, listener: socket) -> None:
    outside = open_outside(read)
    with closing(outside.database) as database:
        database.check_version()
        prepare_councils(outside)
        server = WebServer(make_web(outside), listener)
        click.echo(f"Ready: {read.public_url} (Ctrl-C stops it)")
        _tell_of_samples(outside)
        click.echo("The work is done elsewhere: run `hub relay` once and `hub worker` as needed.")
        server.run()


@command.command()
@click.option(
    "--queue",
    "names",
    multiple=True,
    type=click.Choice(queues()),
    help="Work on this queue only; may be said several times. Default: on all.",
)
@click.option("--processes", default=2, show_default=True, type=click.IntRange(1, 64))
@click.pass_obj
def worker(read: Settings, names: tuple[str, ...], processes: int) -> None:
    """Do jobs that come by Redis."""
    from workers.celery import make_celery, work  # noqa: PLC0415 - Celery is heavy; only here is it wanted

    redis_url = _demand_broker(read)
    with closing(open_outside(read).database) as database:  # refuse now, not at the first job
        database.check_version()

    @cache
    def runner() -> Runner:
        return Runner(open_outside(read), JOBS)  # once in each process, after it was forked

    def do(job_id: UUID, /) -> None:
        runner()(job_id)

    celery = make_celery(redis_url, do=do, queues=queues(), lease_seconds=read.lease_seconds)
    work(celery, queues=names or queues(), processes=processes)


@command.command()
@click.pass_obj
def relay(read: Settings) -> None:
    """Hand on what happened: events become jobs, and jobs are published to Redis."""
    from workers.celery import CeleryCourier, make_celery  # noqa: PLC0415 - as above

    redis_url = _demand_broker(read)
    settings.demand_whole(read.data)
    with closing(store.open_database(read.database_url)) as database:
        database.check_version()
        celery = make_celery(
            redis_url, do=_never, queues=queues(), lease_seconds=read.lease_seconds
        )
        handing_on = Relay(database, CeleryCourier(celery, redis_url), follows=follows())
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: handing_on.stop())
        click.echo("Handing on (Ctrl-C stops it)")
        handing_on.run()


@command.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.pass_obj
def backup(read: Settings, folder: Path) -> None:
    """Take a backup into FOLDER while the hub runs: all but the secrets."""
    is_whole = terminal.take_backup(read, _documents(read), into=folder, manifests=MANIFEST)
    raise SystemExit(0 if is_whole else terminal.FOUND_SOMETHING)


@command.command()
@click.argument("source", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--print-folder",
    "printed",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A print folder, or a copy of its manifests, that outlived what was lost.",
)
@click.option(
    "--erased",
    "ledgers",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A copy of HUB_DATA/erased that outlived what was lost.",
)
@click.pass_obj
def restore(
    read: Settings, *, source: Path, printed: tuple[Path, ...], ledgers: tuple[Path, ...]
) -> None:
    """Fill an empty hub from SOURCE; what was printed or erased since is not there again."""
    councils = {council.id for council in Councils.read(read.templates / "councils")}
    survived = (read.print_folder, *printed)
    named = [
        line
        for folder in (source / "print", *survived)
        for line in printed_in(folder, councils, must_have=folder in printed)
    ]
    erased = [
        line
        for folder in (read.erased, *ledgers)
        for line in sharing.read_ledger(folder, councils, must_have=folder in ledgers)
    ]
    terminal.restore_backup(
        read,
        _documents(read),
        source=source,
        printed=named,
        survived=survived,
        erased=erased,
    )


def _never(_job_id: UUID, /) -> None:
    """Do nothing: the relay's process publishes jobs and never does one."""


def _demand_broker(read: Settings) -> str:
    if read.redis_url is None:
        why = "is not set: without it `hub serve` does this work itself."
        raise SettingsRefused(name="HUB_REDIS_URL", why=why)
    return read.redis_url
