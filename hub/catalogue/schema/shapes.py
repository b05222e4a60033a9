"""The shape of the value under each key, as JSON Schema says it.

Most shapes follow from the example that stands beside the key in `loading/keys.py`: words in each
language, a condition, yes, a number. Only what an example cannot show is written down here.
"""

import re
from collections.abc import Mapping, Sequence

from hub.catalogue.definition import Basis, Kind, Meaning, PayBy, Relation, Unit, Weekday
from hub.catalogue.loading import keys
from hub.values import Language

Schema = Mapping[str, object]

LEAF: Schema = {"type": ["string", "number", "boolean"]}
_CODES = [language.value for language in Language]


def ref(name: str) -> Schema:
    """Point to a shape by its name."""
    return {"$ref": f"#/definitions/{name}"}


def listed(shape: Schema, *, least: int = 0) -> Schema:
    """Be a list of things of one shape."""
    return {"type": "array", "items": shape, "minItems": least}


def word(words: Sequence[str]) -> Schema:
    """Be one of these words."""
    return {"enum": list(words)}


def spoken(shape: Schema) -> Schema:
    """Be the same thing in each language."""
    return {
        "type": "object",
        "properties": dict.fromkeys(_CODES, shape),
        "additionalProperties": False,
        "minProperties": 1,
    }


def _span(units: Sequence[Unit]) -> Schema:
    singular = "|".join(unit.value.removesuffix("s") for unit in units)
    return {"type": "string", "pattern": f"^[1-9][0-9]{{0,3}} ({singular})s?$"}


_PERIOD = _span([unit for unit in Unit if unit is not Unit.WORKING_DAYS])
_CONDITION: Schema = {
    "type": "object",
    "minProperties": 1,
    "additionalProperties": {
        "anyOf": [
            LEAF,
            listed(LEAF, least=1),
            {
                "type": "object",
                "minProperties": 1,
                "propertyNames": word(list(Relation)),
                "additionalProperties": {"anyOf": [LEAF, listed(LEAF, least=1)]},
            },
        ]
    },
}
COMMON: Mapping[str, Schema] = {
    "text": spoken(LEAF),
    "condition": {"anyOf": [_CONDITION, listed(_CONDITION, least=1)]},
    "flag": {"enum": ["yes", "no", "true", "false", True, False]},
}
# What an example cannot show, by the key.
SHAPES: Mapping[str, Schema] = {
    "search": spoken(listed(LEAF, least=1)),
    "questions": listed(ref("step"), least=1),
    "options": listed(ref("option"), least=1),
    "rules": listed(ref("rule")),
    "fee": listed(ref("fee"), least=1),
    "urgent": listed(ref("danger"), least=1),
    "given_to": listed(ref("text"), least=1),
    "pay_by": listed(word(list(PayBy)), least=1),
    "basis": word(list(Basis)),
    "kind": word(list(Kind)),
    "means": word(list(Meaning)),
    "shared": word(["public"]),
    "answer": _span([unit for unit in Unit if unit is not Unit.YEARS]),
    "after_closing": _PERIOD,
    "holds": _PERIOD,
    "horizon": _PERIOD,
    "within": _span([Unit.WORKING_DAYS]),
    "notice": _span([Unit.WORKING_DAYS]),
    "rounds": listed(ref("round"), least=1),
    "on": listed(word(list(Weekday)), least=1),
    "postcodes": listed(LEAF),
    "remind": _PERIOD,
    "ring": {"type": "string", "pattern": "^[0-9][0-9 ]{1,18}[0-9]$"},
    **{
        name: ref(name)
        for name in (
            "standard",
            "routing",
            "deadline",
            "keep",
            "lasts",
            "privacy",
            "letters",
            "book",
        )
    },
}


def shape_of(key: str, example: str) -> Schema:
    """Give the shape of the value under a key, by its example where that shows it."""
    if key in SHAPES:
        return SHAPES[key]
    value = example.removeprefix(f"{key}: ")
    if value.startswith("{en: "):
        return ref("text")
    if example == keys.QUESTION["only_if"].replace("only_if", key):
        return ref("condition")
    if value == "yes":
        return ref("flag")
    return {"type": "integer"} if re.fullmatch(r"\d+", value) and key != "example" else LEAF
