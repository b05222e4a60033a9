"""Whose fault an error of the database is: the world's, or our own."""

import sqlite3

from psycopg.errors import ReadOnlySqlTransaction
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout


def is_the_worlds(error: BaseException, *, is_writing: bool) -> bool:
    """Say whether the same thing done later may succeed: nobody answers, all is busy, or full.

    SQLite calls a table that is not there operational too; that is our own mistake. A PostgreSQL
    that takes over from another, or has given its place away, only reads for a while; writing in
    a session that was opened to read is our mistake again.
    """
    if isinstance(error, DBAPIError):
        if error.connection_invalidated or (is_writing and _only_reads(error.orig)):
            return True
        return isinstance(error, OperationalError | InterfaceError) and _is_not_sql(error.orig)
    return isinstance(error, PoolTimeout)


def _is_not_sql(cause: BaseException | None) -> bool:
    return getattr(cause, "sqlite_errorcode", None) != sqlite3.SQLITE_ERROR


def _only_reads(cause: BaseException | None) -> bool:
    return isinstance(cause, ReadOnlySqlTransaction)
