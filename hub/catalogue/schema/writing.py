"""The schema put together: of a service, and of a council's overlay."""

import json
from collections.abc import Mapping

from hub.catalogue.definition import Kind
from hub.catalogue.loading.limits import FITTING, NAMES
from hub.catalogue.overlays import keys as overlay
from hub.catalogue.schema.saying import said
from hub.catalogue.schema.shapes import COMMON, LEAF, Schema, listed, ref, shape_of
from hub.catalogue.schema.tables import SERVICE, TABLES, Table

_DRAFT = "http://json-schema.org/draft-07/schema#"  # the one that every editor knows
_LISTED = {Kind.CHOICE, Kind.CHOICES}


def service_schema() -> Schema:
    """Give the schema of `templates/services/<service>.yaml`."""
    return {
        "$schema": _DRAFT,
        "title": "A service of the council, with its questions and terms",
        **_table("service", SERVICE),
        "dependencies": {"fee": ["pay_by"], "pay_by": ["fee"]},
        "definitions": _definitions(),
    }


def overlay_schema() -> Schema:
    """Give the schema of `templates/councils/<council>/services/<service>.yaml`."""
    whole = Table(overlay.OVERLAY, (overlay.CHANGES,))
    definitions = _definitions()
    own = {
        overlay.WITHOUT: listed(LEAF),
        overlay.ACCEPTED: {"type": "object", "additionalProperties": LEAF},
        **{name: listed(ref("entry")) for name in ("questions", "urgent")},
    }
    partly = {name: ref(f"some_{name}") for name in overlay.PARTLY if name in TABLES}
    properties = {**_properties("service", whole), **own, **partly}
    return {
        "$schema": _DRAFT,
        "title": "What a council changes of a service in the library",
        "type": "object",
        "properties": properties,
        "required": [overlay.CHANGES],
        "additionalProperties": False,
        "definitions": {**definitions, **_partly(), "entry": _entry()},
    }


def written(schema: Schema) -> str:
    """Write a schema as its file has it."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _definitions() -> dict[str, Schema]:
    tables = {name: _table(name, table) for name, table in TABLES.items()}
    question = {**tables["question"], "allOf": _by_kind()}
    step = ref("question")
    for name in ("fact", "stop", "several"):
        step = {"if": {"required": [name]}, "then": ref(name), "else": step}
    return {**COMMON, **tables, "question": question, "step": step}


def _table(name: str, table: Table) -> Schema:
    return {
        "type": "object",
        "properties": _properties(name, table),
        "required": list(table.needed),
        "additionalProperties": False,
    }


def _properties(name: str, table: Table) -> dict[str, Schema]:
    return {
        key: _described(shape_of(key, example), said(name, key))
        for key, example in table.keys.items()
    }


def _described(shape: Schema, words: str) -> Schema:
    if not words:
        return shape
    if "$ref" in shape:  # beside a reference draft 7 sees nothing else
        return {"allOf": [shape], "description": words}
    return {**shape, "description": words}


def _by_kind() -> list[Schema]:
    """Say which keys go with which kinds: the limits, options, what may be owed."""
    fitting: Mapping[str, set[Kind]] = {
        **{name: {kind for kind, names in FITTING.items() if name in names} for name in NAMES},
        "options": _LISTED,
        "book": {Kind.BOOKING},
    }
    rules: list[Schema] = [
        {
            "if": {"required": [name]},
            "then": {"properties": {"kind": {"enum": sorted(fitting[name])}}},
        }
        for name in sorted(fitting)
    ]
    needs: Schema = {
        "if": {"properties": {"kind": {"enum": sorted(_LISTED)}}, "required": ["kind"]},
        "then": {"required": ["options"]},
    }
    books: Schema = {
        "if": {"properties": {"kind": {"const": Kind.BOOKING}}, "required": ["kind"]},
        "then": {"required": ["book"]},
    }
    return [*rules, needs, books]


def _partly() -> dict[str, Schema]:
    return {
        f"some_{name}": {**_table(name, TABLES[name]), "required": []}
        for name in sorted(overlay.PARTLY)
        if name in TABLES
    }


def _entry() -> Schema:
    """Be a change, or a question, an option or a sign of danger that is added."""
    names = ("question", "several", "stop", "fact", "option", "danger")
    known = {key: True for name in names for key in TABLES[name].keys}
    verbs: dict[str, Schema] = dict.fromkeys(overlay.VERBS, LEAF)
    verbs[overlay.LEAVE_OUT] = {"anyOf": [LEAF, listed(LEAF)]}
    nested = {name: listed(ref("entry")) for name in ("options", "questions")}
    without = {overlay.WITHOUT: listed(LEAF)}
    return {
        "type": "object",
        "properties": {**known, **nested, **verbs, **without},
        "additionalProperties": False,
    }
