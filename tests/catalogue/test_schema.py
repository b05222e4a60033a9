"""The JSON Schema for editors: it takes what the loader takes, and finds slips at their place."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from hub import files
from hub.catalogue import schema
from hub.catalogue.definition import Kind
from hub.catalogue.schema.saying import SAID
from hub.catalogue.schema.tables import SERVICE, TABLES
from hub.files import Proof
from tests.catalogue.overlaid import FILE, laid
from tests.catalogue.written import BINS, TEMPLATES, a_folder, changed, mistakes_in

SERVICES = sorted((TEMPLATES / "services").glob("[!_]*.yaml"))
GUIDE = (TEMPLATES.parent / "docs" / "write-a-service.md").read_text(encoding="utf-8")
CHECKED = Draft7Validator(schema.service_schema())


def plain(path: Path, root: Path) -> Any:  # noqa: ANN401 (whatever YAML holds)
    part = files.read(path, root=root, proof=Proof())
    assert part
    return part.plain()


def slips(folder: Path, bins: str) -> list[str]:
    templates = a_folder(folder, bins=bins)
    read = plain(templates / "services" / "bins.yaml", templates)
    return [".".join(map(str, error.absolute_path)) for error in CHECKED.iter_errors(read)]


@pytest.mark.parametrize("made", [schema.service_schema(), schema.overlay_schema()])
def test_it_is_a_schema(made: Any) -> None:  # noqa: ANN401 (a schema is any JSON)
    Draft7Validator.check_schema(made)


@pytest.mark.parametrize("path", SERVICES, ids=lambda path: path.stem)
def test_every_service_of_the_library_fits(path: Path) -> None:
    assert [error.message for error in CHECKED.iter_errors(plain(path, TEMPLATES))] == []


@pytest.mark.parametrize(
    ("name", "made"),
    [("service", schema.service_schema()), ("overlay", schema.overlay_schema())],
)
def test_the_file_for_editors_is_what_the_command_prints(name: str, made: schema.Schema) -> None:
    path = TEMPLATES / f"{name}.schema.json"

    assert path.read_text(encoding="utf-8") == schema.written(made), "hub schema > its file"


@pytest.mark.parametrize(
    ("old", "new", "at"),
    [
        ("about:", "abuot:", ""),
        ("kind: digits", "kind: digit", "questions.1.kind"),
        ("length: 8", "length: eight", "questions.1.length"),
        ("length: 8", "least: 8", "questions.1.kind"),
        ("kind: number", "kind: choice", "questions.2"),
        ("2 working days", "soon", "deadline.answer"),
        ("2 years", "2 working days", "keep.after_closing"),
        ("{en: Bins, cy: Biniau}", "Bins", "title"),
        ("cy: Pa fin?}", "fr: Quoi?}", "questions.0.ask"),
        ("pay_by: [counter", "pay_by: [card", "pay_by.0"),
        ("otherwise: waste-collections", "otherwise2: waste", "routing"),
        ("length: 8", "optional: maybe", "questions.1.optional"),
        ("ring: 01632 960001", "ring: the office", "urgent.0.ring"),
        ("    most: 5\n", "", "questions.3"),
        ("id: home", "ids: home", "questions.5"),
    ],
)
def test_a_slip_is_found_at_its_place(tmp_path: Path, old: str, new: str, at: str) -> None:
    assert any(found.startswith(at) for found in slips(tmp_path, changed(old, new)))
    assert slips(tmp_path, BINS) == []


def test_it_needs_the_keys_that_the_loader_needs(tmp_path: Path) -> None:
    blocks = re.split(r"(?m)^(?=[a-z_]+:)", BINS)[1:]

    for block in blocks:
        without = "".join(other for other in blocks if other != block)

        assert bool(slips(tmp_path, without)) is bool(mistakes_in(tmp_path, bins=without)), block


def test_every_kind_may_be_written(tmp_path: Path) -> None:
    extra = {
        Kind.CHOICE: "options: [{id: a, say: {en: A, cy: A}}, {id: 2, say: {en: B, cy: B}}]",
        Kind.CHOICES: "options: [{id: a, say: {en: A, cy: A}}, {id: b, say: {en: B, cy: B}}]",
        Kind.PATTERN: 'pattern: "[A-Z]{2}", example: AB',
        Kind.BOOKING: "book: {notice: 2 working days, horizon: 6 weeks, "
        "rounds: [{round: van, on: [monday], places: 2}]}",
        Kind.DATE: "earliest: 2026-01-31, latest: today",
        Kind.FILE: "owed: yes",
        Kind.DIGITS: "example: 01234, shortest: 1",
    }
    written = "".join(
        f"  - {{id: q{n}, kind: {kind}, ask: {{en: Q, cy: C}}, {extra.get(kind, '')}}}\n"
        for n, kind in enumerate(Kind)
    )

    assert slips(tmp_path, BINS.replace("questions:\n", f"questions:\n{written}", 1)) == []


def test_the_overlay_of_the_guide_fits_the_schema_of_overlays(tmp_path: Path) -> None:
    (written,) = re.findall(r"```\n(changes: .*?)```", GUIDE, re.DOTALL)
    path = tmp_path / "overlay.yaml"
    path.write_text(written, encoding="utf-8")
    templates = laid(tmp_path / "own", "questions:\n  - leave_out: [permit]\n")
    checked = Draft7Validator(schema.overlay_schema())

    assert list(checked.iter_errors(plain(path, tmp_path))) == []
    assert list(checked.iter_errors(plain(templates / FILE, templates))) == []
    assert list(checked.iter_errors({"changes": "bins", "questions": [{"leaveout": "a"}]}))


def test_what_an_editor_says_stands_in_the_guide() -> None:
    guide = " ".join(re.sub(r"[`“”]", "", GUIDE.replace('"', "")).split())

    missing = [words for words in all_said() if re.sub(r"[“”]", "", words) not in guide]

    assert missing == []


def test_what_is_said_is_about_keys_there_are() -> None:
    tables = {"service": {*SERVICE.keys, "changes", "without", "accepted"}}
    tables |= {name: set(table.keys) for name, table in TABLES.items()}

    assert [name for name in SAID if SAID[name].keys() - tables[name]] == []
    assert json.loads(schema.written(schema.service_schema()))


def all_said() -> Iterator[str]:
    for table in SAID.values():
        yield from table.values()
