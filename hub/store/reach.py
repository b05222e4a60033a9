"""How far a statement reaches: whether all that it asks can be narrowed to one council.

The ORM narrows what is named by our classes, in every part of a statement that it compiles itself.
A table that is named bare, somewhere deep in a subquery, it leaves alone; and SQL as text says
nothing of what it reads. So a statement is walked before it is run.
"""

from collections.abc import Iterable
from typing import TypeAlias

from sqlalchemy import Alias, Delete, Insert, Select, Table, Update
from sqlalchemy.orm.context import FromStatement
from sqlalchemy.sql.elements import AbstractTextClause
from sqlalchemy.sql.expression import ColumnClause, CompoundSelect, SelectBase, TableClause
from sqlalchemy.sql.visitors import HasTraverseInternals, iterate

from hub.store.tables import Base

_Narrowed: TypeAlias = frozenset[Table] | None
"""Inside what the ORM narrows: the tables that it named by a class. None: it narrows nothing."""

_OURS = "parententity"  # SQLAlchemy's mark on what was named by a class
_HARMLESS = {"*", "1"}
_IMPLIED = ("_correlate", "_correlate_except")
_STATEMENTS = (Select, CompoundSelect, FromStatement, Update, Delete)


def is_narrow(statement: object, *, is_orm: bool) -> bool:
    """Say whether the ORM narrows every table that a statement reads or changes."""
    seen: dict[tuple[int, _Narrowed], object] = {}
    waiting: list[tuple[object, _Narrowed]] = [(statement, None)]
    while waiting:
        part, around = waiting.pop()
        if isinstance(part, _STATEMENTS):
            around = _named(part) if is_orm and _is_compiled_by_orm(part) else None
        if _reaches_out(part, around):
            return False
        if (id(part), around) not in seen:
            seen[id(part), around] = part
            waiting += [(below, around) for below in _below(part, around)]
    return True


def asks_nothing(statement: Insert) -> bool:
    """Say whether what is inserted was given, and is not read from anywhere."""
    return not any(isinstance(part, SelectBase | AbstractTextClause) for part in iterate(statement))


def _is_compiled_by_orm(part: HasTraverseInternals) -> bool:
    return getattr(part, "_propagate_attrs", {}).get("compile_state_plugin") == "orm"


def _named(part: object) -> frozenset[Table]:
    # What the ORM fetches by its key it asks for with bare columns of the table it has named.
    columns = getattr(part, "_raw_columns", ())
    return frozenset(one for one in columns if isinstance(one, Table) and _is_ours(one))


def _reaches_out(part: object, around: _Narrowed) -> bool:
    if isinstance(part, AbstractTextClause) or not isinstance(part, HasTraverseInternals):
        return True
    if isinstance(part, ColumnClause):
        return part.is_literal and part.name not in _HARMLESS
    if not isinstance(part, TableClause) or (around is not None and _is_ours(part)):
        return False
    table = part if isinstance(part, Table) else Base.metadata.tables.get(part.name)
    return table is None or "council" in table.c


def _below(part: object, around: _Narrowed) -> Iterable[object]:
    if isinstance(part, Select):
        # Not what it reads from by implication: there its own columns' tables stand bare.
        return HasTraverseInternals.get_children(part, omit_attrs=_IMPLIED)
    if isinstance(part, ColumnClause):
        return _source(part, around)
    if around is not None and _is_ours(part) and _is_of_a_table(part):
        return ()
    return part.get_children() if isinstance(part, HasTraverseInternals) else ()


def _source(column: ColumnClause[object], around: _Narrowed) -> Iterable[object]:
    source = column.table
    if source is None or (around is not None and source in around):
        return ()
    is_narrowed = around is not None and _is_ours(column) and _is_of_a_table(source)
    return () if is_narrowed else (source,)


def _is_ours(part: object) -> bool:
    return _OURS in getattr(part, "_annotations", ())


def _is_of_a_table(source: object) -> bool:
    """Say whether this is a table, or a table by another name: not a query in a query."""
    return isinstance(source.element if isinstance(source, Alias) else source, Table)
