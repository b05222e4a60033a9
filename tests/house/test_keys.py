"""The council is in every key: no row can be of one council and point to another's."""

from types import MappingProxyType

from sqlalchemy import ForeignKeyConstraint, Index, Table, UniqueConstraint

from hub.store import Base
from tests.house import source
from tests.migrations.rooms import import_every_room

FOR_ALL = MappingProxyType(
    {
        "uq_cases_reference": "a reference is unique in the installation: a letter says no council",
        "uq_jobs_event_name": "an event's id is drawn at random, for all councils",
    }
)
"""Keys that hold for all councils together, each with its reason."""


def test_every_key_holds_the_council() -> None:
    import_every_room()
    found = {
        name
        for table in Base.metadata.tables.values()
        for name, columns in _keys(table).items()
        if "council" not in columns
    }

    source.none_of(found - FOR_ALL.keys(), "put the council into this key, or say why not")
    source.none_of(FOR_ALL.keys() - found, "this key holds the council, or is gone")


def test_every_reference_to_a_row_holds_the_council_on_both_sides() -> None:
    import_every_room()

    source.none_of(
        {
            str(pointing.name)
            for table in Base.metadata.tables.values()
            for pointing in table.foreign_key_constraints
            if not _is_of_one_council(pointing)
        },
        "point by the council too, to the council's own row",
    )


def _keys(table: Table) -> dict[str, list[str]]:
    keys = {str(table.primary_key.name): list(table.primary_key.columns.keys())}
    for rule in table.constraints:
        if isinstance(rule, UniqueConstraint):
            keys[str(rule.name)] = list(rule.columns.keys())
    return keys | {str(one.name): _columns(one) for one in table.indexes if one.unique}


def _columns(index: Index) -> list[str]:
    return list(index.columns.keys())


def _is_of_one_council(pointing: ForeignKeyConstraint) -> bool:
    return any(
        (one.parent.name, one.column.name) == ("council", "council") for one in pointing.elements
    )
