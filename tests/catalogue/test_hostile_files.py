"""Whatever stands in a file of a service, it loads or is refused with a place and a remedy."""

import json
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from random import Random
from typing import Any

import pytest
from ruamel.yaml import YAML

from hub.catalogue import Catalogue, DefinitionRefused
from hub.councils import Councils
from hub.files import Mistake
from tests.catalogue.written import TEMPLATES, a_folder, mistakes_in

SERVICES = ["missed-bin", "bulky-waste", "blue-badge", "_about-you"]
CHANGES = 75
SCALARS = [
    "", "~", "no", "-1", "10", "1e9", "[]", "{}", "[a, b]", "{a: b}", '"', "{", "&a x", "*a",
    "!!python/object:os.system x", "today", "\t", "2026-02-31", "\u202e", "999999999999999999999",
    "| \n", "? x", "{n}", "{{", "yes", "<<: 1", "%YAML 1.1", "@", "ŵ", "\x00", "a: b: c",
]  # fmt: skip


def one_change(written: str, chance: Random) -> str:
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
        mapping[key] = deepcopy(other[there])  # which may hold the mapping itself
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
    lines = written.count("\n") + 1
    place = mistake.file.endswith(".yaml") and 1 <= mistake.line <= max(lines, 500)
    return place and mistake.what.endswith(".") and mistake.remedy.endswith(".")


@pytest.mark.parametrize("name", SERVICES)
def test_a_changed_service_loads_or_is_refused_with_a_place_and_a_remedy(
    tmp_path: Path, name: str
) -> None:
    written = (TEMPLATES / "services" / f"{name}.yaml").read_text(encoding="utf-8")
    written = written.replace(f"service: {name}", "service: bins")
    chance = Random(f"{name} 1")
    refused = 0

    for changed in (one_change(written, chance) for _ in range(CHANGES)):
        about = {"about_you": changed} if name.startswith("_") else {}
        bins = {} if about else {"bins": changed}
        mistakes = mistakes_in(tmp_path, **bins, **about)
        refused += bool(mistakes)

        assert all(is_told_well(mistake, changed) for mistake in mistakes), changed

    assert CHANGES // 3 < refused < CHANGES


def hostile() -> Iterator[tuple[str, bytes]]:
    yield "empty", b""
    yield "blank lines only", b"\n\n  \n"
    yield "a remark only", b"# nothing\n"
    yield "a word only", b"bins"
    yield "a list only", b"- bins\n- boxes\n"
    yield "not UTF-8", b"service: bins\ntitle: {en: caf\xe9}\n"
    yield "a NUL", b"service: b\x00ins\n"
    yield "a tab", b"service: bins\ntitle:\n\ten: Bins\n"
    yield "an anchor", b"a: &a [x]\nb: [*a, *a]\n"
    yield "a bomb", b"a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]\n"
    yield "a tag", b"service: !!python/object/apply:os.system ['true']\n"
    yield "very deep", b"a: " + b"[" * 5000 + b"]" * 5000
    yield "very large", b"a: " + b"x" * 600_000
    yield "two documents", b"service: bins\n---\nservice: boxes\n"
    yield "a key twice", b"service: bins\nservice: bins\n"
    yield "a key that is a list", b"? [a, b]\n: c\n"
    yield "left open", b"service: {bins\n"
    yield "a merge", b"<<: {service: bins}\n"
    yield "a hidden mark", "service: bi\u202ens\n".encode()
    yield "an ASCII picture", b"%@`|>&*!\n"


@pytest.mark.parametrize(
    "written", [one for _, one in hostile()], ids=[name for name, _ in hostile()]
)
def test_a_hostile_file_is_refused_with_its_name_and_a_remedy(
    tmp_path: Path, written: bytes
) -> None:
    folder = a_folder(tmp_path)
    (folder / "services" / "bins.yaml").write_bytes(written)

    with pytest.raises(DefinitionRefused) as refused:
        Catalogue.read(folder, Councils.read(folder / "councils"), letters={"received"})

    assert all(mistake.file == "services/bins.yaml" for mistake in refused.value.mistakes)
    assert all(mistake.what and mistake.remedy for mistake in refused.value.mistakes)


def test_without_the_hubs_own_questions_nothing_is_read(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    (folder / "services" / "_about-you.yaml").unlink()

    with pytest.raises(DefinitionRefused, match=r"_about-you\.yaml:1: This file cannot be read"):
        Catalogue.read(folder, Councils.read(folder / "councils"), letters={"received"})
