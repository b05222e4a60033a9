"""The walls between councils: what a session opened for one may ask, and what it may write.

Every question asked through the ORM is narrowed to the session's council. What cannot be narrowed
(a bare table however deep, SQL as text) is refused, unless its writer says that it names the
council itself. Should something get around this wall, on PostgreSQL row_security.py is the second.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Insert, event
from sqlalchemy.orm import (
    ORMExecuteState,
    Session,
    SessionTransaction,
    UOWTransaction,
    with_loader_criteria,
)
from sqlalchemy.orm.util import LoaderCriteriaOption

from hub.store import reach
from hub.store.errors import WrongCouncil
from hub.store.tables import CouncilOwned
from hub.store.writing import Waiting

COUNCIL_NAMED = {"council_named": True}
"""Execution options for a statement that names its council itself."""


class WalledSql(Session):
    """SQLAlchemy's session that knows whose it is: `info["council"]`, or `info["all_councils"]`."""


@lru_cache(maxsize=1000)
def criteria(council: str) -> LoaderCriteriaOption:
    """Make the condition that narrows every question to one council."""

    def own(table: type[CouncilOwned]) -> ColumnElement[bool]:
        return table.council == council

    return with_loader_criteria(CouncilOwned, own, include_aliases=True)


def waiting_of(sql: Session) -> Waiting:
    """Give the rows of this session that were inserted and not yet sent."""
    waiting: Waiting = sql.info.setdefault("waiting", Waiting())
    return waiting


def check_rows(sql: Session, rows: Iterable[Mapping[str, Any]]) -> None:
    """Refuse rows that are not the session's own.

    :raises WrongCouncil: if a row is of another council, or of none
    """
    council = sql.info.get("council")
    if council is not None and any(row.get("council") != council for row in rows):
        raise WrongCouncil


def send_waiting(sql: Session) -> None:
    """Send the rows that wait, before anything is asked that might be about them.

    :raises IntegrityError: if a row breaks a rule of its table
    """
    waiting = waiting_of(sql)
    if waiting:
        waiting.send(sql.connection())


def commit(sql: Session) -> None:
    """Send the rows that wait, and keep all that was done.

    :raises IntegrityError: if a row breaks a rule of its table
    """
    sql.flush()
    waiting = waiting_of(sql)
    if waiting:
        waiting.commit(sql.connection())
    sql.commit()


@event.listens_for(WalledSql, "after_begin")
def _say_whose(sql: Session, _: SessionTransaction, connection: Connection) -> None:
    if connection.dialect.name == "postgresql":  # see row_security.py
        connection.execution_options(
            council=sql.info.get("council"), all_councils=sql.info.get("all_councils", False)
        )


@event.listens_for(WalledSql, "do_orm_execute")
def _narrow(asked: ORMExecuteState) -> None:
    send_waiting(asked.session)
    own = asked.session.info.get("wall")
    if own is None or asked.execution_options.get("council_named"):
        return
    if isinstance(asked.statement, Insert):
        check_rows(asked.session, _rows(asked, asked.statement))
        if not reach.asks_nothing(asked.statement):
            raise WrongCouncil
    elif not reach.is_narrow(asked.statement, is_orm=asked.is_orm_statement):
        raise WrongCouncil
    elif asked.is_orm_statement:
        asked.statement = asked.statement.options(own)


@event.listens_for(WalledSql, "before_flush")
def _check_flush(session: Session, _: UOWTransaction, __: object) -> None:
    send_waiting(session)
    council = session.info.get("council")
    touched = (*session.new, *session.dirty, *session.deleted)
    strangers = (row for row in touched if isinstance(row, CouncilOwned) and row.council != council)
    if council is not None and any(strangers):
        raise WrongCouncil


def _rows(asked: ORMExecuteState, statement: Insert) -> Iterable[Mapping[str, Any]]:
    if "council" not in statement.table.c:
        return ()
    given = asked.parameters
    if not given:
        values = statement.compile().params
        names = [name for name in values if name.split("_m")[0] == "council"]
        return [{"council": values[name]} for name in names] or ({},)
    return (given,) if isinstance(given, Mapping) else given
