"""PostgreSQL as the hub needs it: settings that lose a commit are refused, dead lines noticed."""

import select

import psycopg
from sqlalchemy import URL, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection

from hub.store import row_security
from hub.store.columns import canonical
from hub.store.errors import DatabaseRefused

CONNECT_SECONDS = 5
_LINE = {
    "application_name": "hub",
    "connect_timeout": CONNECT_SECONDS,
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "tcp_user_timeout": 20_000,
}
_SAFE = ("fsync", "synchronous_commit", "full_page_writes")


def open_engine(url: URL) -> Engine:
    """Open a pool of lines to the server, and refuse one that could lose a commit.

    :raises DatabaseRefused: if it cannot be reached, or does not write its commits through
    """
    engine = create_engine(
        url.set(drivername="postgresql+psycopg"),
        pool_size=8,
        max_overflow=8,
        pool_timeout=CONNECT_SECONDS,
        pool_recycle=1800,
        json_serializer=canonical,
        connect_args=_LINE,
    )
    event.listen(engine, "connect", _bound)
    event.listen(engine, "checkout", _notice_dead_line)
    try:
        _check(engine)
    finally:
        engine.dispose()  # no line is open until the first session: a fork shares none
    return engine


def _bound(line: psycopg.Connection, _: ConnectionPoolEntry) -> None:
    # Nobody waits for ever: neither for another's lock, nor others for one who went away.
    line.execute("SET lock_timeout = '10s'")
    line.execute("SET idle_in_transaction_session_timeout = '5min'")
    line.commit()


def _notice_dead_line(
    line: psycopg.Connection, _: ConnectionPoolEntry, __: PoolProxiedConnection
) -> None:
    # An idle line has nothing to say. If there is something to read the server hung up, and the
    # pool opens a new line: this asks the kernel, where a ping would ask the server each time.
    if line.closed:  # by either side; it has no file any more that could be asked
        raise DisconnectionError
    poll = select.poll()
    poll.register(line.fileno(), select.POLLIN)
    if poll.poll(0):
        raise DisconnectionError


def _check(engine: Engine) -> None:
    try:
        with engine.connect() as connection:
            found = {
                name: connection.exec_driver_sql(f"SHOW {name}").scalar_one() for name in _SAFE
            }
            row_security.know_user(connection, engine)
    except DBAPIError as error:
        first = str(error.orig).splitlines()[0]
        where = engine.url.render_as_string(hide_password=True)
        why = f"The database {where} cannot be reached: {first}."
        raise DatabaseRefused(why=why) from error
    refuse_unsafe(found)


def refuse_unsafe(found: dict[str, str]) -> None:
    """Refuse a server that may lose a commit it has confirmed.

    :raises DatabaseRefused: if one of its settings is off
    """
    wrong = [name for name, value in found.items() if value == "off"]
    if wrong:
        why = f"PostgreSQL runs with {wrong[0]}=off and can lose commits: set it to on."
        raise DatabaseRefused(why=why)
