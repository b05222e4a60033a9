"""Files changed at random, and what must be said of each."""

import json
from collections.abc import Iterator
from copy import deepcopy
from random import Random
from typing import Any

from ruamel.yaml import YAML

from hub.files import Mistake

SCALARS = [
    "", "~", "no", "-1", "10", "1e9", "[]", "{}", "[a, b]", "{a: b}", '"', "{", "&a x", "*a",
    "!!python/object:os.system x", "today", "\t", "2026-02-31", "\u202e", "999999999999999999999",
    "| \n", "? x", "{n}", "{{", "yes", "<<: 1", "%YAML 1.1", "@", "ŵ", "\x00", "a: b: c",
]  # fmt: skip


def one_change(written: str, chance: Random) -> str:
    """Change a line, or a value in the tree."""
    return chance.choice([line_changed, tree_changed])(written, chance)


def line_changed(written: str, chance: Random) -> str:
    lines = written.splitlines(keepends=True)
    n = chance.randrange(len(lines))
    line, key = lines[n], lines[n].partition(":")[0]
    lines[n : n + 1] = chance.choice([
        [],
        [line, line],
        [f"{key}: {chance.choice(SCALARS)}\n"],
        [f"- {line}"],
        [f"  {line}"],
        [line.removeprefix("  ")],
        [line.replace("{", "[").replace("}", "]")],
        [line.replace(":", "")],
        [line[: chance.randrange(len(line) + 1)], "\n"],
        lines[n - chance.randrange(9) : n],
    ])  # fmt: skip
    return "".join(lines)


def tree_changed(written: str, chance: Random) -> str:
    tree = YAML(typ="safe", pure=True).load(written)
    places = list(places_in(tree))
    mapping, key = chance.choice(places)
    other, there = chance.choice(places)
    choice = chance.randrange(5)
    if choice == 0:
        del mapping[key]
    elif choice == 1:
        mapping[key] = deepcopy(other[there])
    elif choice == 2:
        mapping[key] = [mapping[key]]
    elif choice == 3:
        mapping[key] = {str(key): mapping[key]}
    else:
        mapping[key] = chance.choice([None, "no", 7, -7, True, "x" * 300, [], {}, "not", "e-mail"])
    return json.dumps(tree, default=str)  # JSON is YAML, without anchors for what stands twice


def places_in(tree: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401  (whatever YAML holds)
    if isinstance(tree, dict | list):
        keys = list(tree) if isinstance(tree, dict) else range(len(tree))
        for key in keys:
            yield tree, key
            yield from places_in(tree[key])


def is_told_well(mistake: Mistake, written: str) -> bool:
    """Say whether a mistake names its file and a line of it, and a remedy."""
    lines = written.count("\n") + 1
    place = mistake.file.endswith(".yaml") and 1 <= mistake.line <= max(lines, 500)
    return place and mistake.what.endswith(".") and mistake.remedy.endswith(".")
