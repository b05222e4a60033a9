"""The shape of a database, and what a program of the version before would miss in a newer one."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Engine, Inspector, inspect

_WALLED = "SELECT relname FROM pg_class WHERE relkind = 'r' AND relrowsecurity"
_Column = tuple[str, str]


@dataclass(frozen=True)
class Shape:
    """Hold what a program relies on: columns by table, and the rules that rows must obey."""

    columns: dict[_Column, str]
    wanted: frozenset[_Column]
    defaults: frozenset[_Column]
    rules: frozenset[tuple[str, str]]

    @property
    def tables(self) -> set[str]:
        """Give the names of all tables and views."""
        return {table for table, _ in self.columns}


def seen(engine: Engine) -> Shape:
    """See the shape that a database has now."""
    found = inspect(engine)
    names = [*found.get_table_names(), *found.get_view_names()]
    columns = {(name, each["name"]): each for name in names for each in found.get_columns(name)}
    rules = {rule for name in found.get_table_names() for rule in _rules(found, name)}
    if engine.dialect.name == "postgresql":
        with engine.connect() as line:
            rules |= {(name, "its wall") for name in line.exec_driver_sql(_WALLED).scalars()}
    return Shape(
        columns={name: str(each["type"]) for name, each in columns.items()},
        wanted=frozenset(name for name, each in columns.items() if not each["nullable"]),
        defaults=frozenset(name for name, each in columns.items() if each["default"] is not None),
        rules=frozenset(rules),
    )


def missed(before: Shape, after: Shape) -> Iterator[str]:
    """Name what the program before would miss, or could not obey because it does not know it."""
    yield from _changed(before, after)
    for name in after.wanted - before.columns.keys() - after.defaults:
        if name[0] in before.tables:
            yield f"{'.'.join(name)} is wanted, and has no default"
    for table, rule in after.rules - before.rules:
        if table in before.tables:
            yield f"{table} has a new rule: {rule}"


def _changed(before: Shape, after: Shape) -> Iterator[str]:
    for name, kind in before.columns.items():
        said = ".".join(name)
        if name not in after.columns:
            yield f"{said} is gone"
        elif after.columns[name] != kind:
            yield f"{said} is of another type"
        elif name in after.wanted - before.wanted:
            yield f"{said} may not stay empty any more"


def _rules(found: Inspector, table: str) -> Iterator[tuple[str, str]]:
    for unique in found.get_unique_constraints(table):
        yield table, f"unique {', '.join(unique['column_names'])}"
    for index in found.get_indexes(table):
        if index["unique"]:
            yield table, f"unique {index['name']}"
    for pointing in found.get_foreign_keys(table):
        by = ", ".join(pointing["constrained_columns"])
        yield table, f"to {pointing['referred_table']} by {by}"
    for check in found.get_check_constraints(table):
        yield table, f"check {check['sqltext']}"
