"""A service handed from one council to another in one file."""

from datetime import date
from pathlib import Path

import pytest

from hub import files
from hub.catalogue import Catalogue, DefinitionRefused, ServiceExists, WrongServiceName, exchange
from hub.catalogue.exchange import Imported, Provenance
from hub.councils import Councils
from hub.files import Part, Proof
from hub.values import Language
from tests.catalogue.overlaid import laid
from tests.catalogue.written import TEMPLATES, a_folder, mistakes_in

SERVICES = sorted(path.stem for path in (TEMPLATES / "services").glob("[!_]*.yaml"))
FROM = Provenance(
    council="Aberwen County Council",
    version="0a1b2c3d4e5f6071",
    exported_on=date(2026, 11, 25),
    licence="OGL-UK-3.0",
    hub="0.1.0",
)


def exported(templates: Path, folder: Path, name: str = "bins") -> Path:
    path = folder / "handed-over.yaml"
    path.write_text(exchange.export(templates, "aberwen", name, provenance=FROM), encoding="utf-8")
    return path


def take_in(path: Path, templates: Path, called: str | None = None) -> Imported:
    return exchange.take_in(
        path, templates, letters={"received"}, languages=tuple(Language), called=called
    )


def read(path: Path) -> Part:
    part = files.read(path, root=path.parent, proof=Proof())
    assert part
    return part


@pytest.fixture
def handed(tmp_path: Path) -> Path:
    return exported(a_folder(tmp_path / "theirs"), tmp_path)


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """Give templates without the service that comes."""
    templates = a_folder(tmp_path / "ours")
    (templates / "services" / "bins.yaml").unlink()
    return templates


def test_what_was_taken_in_is_the_very_service(handed: Path, ours: Path) -> None:
    imported = take_in(handed, ours)

    (path, teams) = imported.path, imported.teams
    assert (path.name, teams) == ("bins.yaml", {"waste-collections", "garden-waste"})
    theirs = ours.parent / "theirs"
    versions = {
        Catalogue.read(templates, Councils.read(templates / "councils"), letters={"received"})
        .service("aberwen", "bins")
        .version
        for templates in (theirs, ours)
    }
    assert len(versions) == 1


@pytest.mark.parametrize("name", SERVICES)
def test_every_service_of_the_library_goes_over_whole(tmp_path: Path, name: str) -> None:
    part = read(exported(TEMPLATES, tmp_path, name))

    inner = part.mapping or {}
    definition = inner["definition"].plain()
    assert definition == read(TEMPLATES / "services" / f"{name}.yaml").plain()


def test_where_it_comes_from_is_written_above_it(handed: Path, ours: Path) -> None:
    head = take_in(handed, ours).path.read_text("utf-8").splitlines()[0]

    assert head == (
        "# From Aberwen County Council, version 0a1b2c3d4e5f6071, exported on 2026-11-25 "
        "under OGL-UK-3.0 (hub 0.1.0)."
    )


def test_what_the_council_changes_goes_with_it(tmp_path: Path, ours: Path) -> None:
    theirs = laid(tmp_path / "changed", "deadline: {answer: 9 working days}\n")

    path = take_in(exported(theirs, tmp_path), ours).path

    assert "answer: 9 working days" in path.read_text("utf-8")


def test_a_name_that_is_taken_is_refused_unless_there_is_another(
    handed: Path, tmp_path: Path
) -> None:
    templates = a_folder(tmp_path / "full")
    with pytest.raises(ServiceExists):
        take_in(handed, templates)

    imported = take_in(handed, templates, called="their-bins")

    assert "service: their-bins\n" in imported.path.read_text("utf-8")
    with pytest.raises(ServiceExists):
        take_in(handed, templates, called="their-bins")


@pytest.mark.parametrize("called", ["../bins", "/bins", "Bins", "bins.yaml", "_about-you", "b/c"])
def test_a_name_that_is_a_path_is_refused(handed: Path, ours: Path, called: str) -> None:
    with pytest.raises(WrongServiceName):
        take_in(handed, ours, called=called)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("0a1b2c3d4e5f6071", "0a1b2c3d4e5f6072"),
        ("OGL-UK-3.0", "MIT"),
        ("Aberwen County", "Other County"),
        ("Which bin?", "Which box?"),
        ("pence: 100", "pence: 1"),
        ("answer: 2 working days", "answer: 3 working days"),
    ],
)
def test_what_was_changed_on_the_way_is_refused(
    handed: Path, ours: Path, old: str, new: str
) -> None:
    handed.write_text(handed.read_text("utf-8").replace(old, new, 2), encoding="utf-8")

    with pytest.raises(DefinitionRefused, match="was changed since it was exported") as refused:
        take_in(handed, ours)

    assert refused.value.mistakes[0].line > 1
    assert not (ours / "services" / "bins.yaml").exists()


def test_a_service_with_mistakes_is_refused_whoever_sends_it(tmp_path: Path, ours: Path) -> None:
    theirs = a_folder(tmp_path / "theirs")
    service = theirs / "services" / "bins.yaml"
    service.write_text(service.read_text("utf-8").replace("kind: digits", "kind: digit"), "utf-8")
    handed = exported(theirs, tmp_path)

    with pytest.raises(DefinitionRefused, match=r"handed-over\.yaml:\d+: .*Write “digits”"):
        take_in(handed, ours)

    assert mistakes_in(tmp_path / "whole") == ()


@pytest.mark.parametrize("key", ["provenance", "definition", "checksum"])
def test_a_file_that_lacks_a_part_is_refused(handed: Path, ours: Path, key: str) -> None:
    handed.write_text(handed.read_text("utf-8").replace(f"\n{key}:", f"\n{key}x:"), "utf-8")

    with pytest.raises(DefinitionRefused, match=f"“{key}” is missing"):
        take_in(handed, ours)


def test_a_remark_cannot_become_a_key(tmp_path: Path, ours: Path) -> None:
    sly = Provenance(
        council="Us\nservice: other",
        version="1",
        exported_on=FROM.exported_on,
        licence="x",
        hub="1",
    )
    path = tmp_path / "sly.yaml"
    written = exchange.export(a_folder(tmp_path / "theirs"), "aberwen", "bins", provenance=sly)
    path.write_text(written, encoding="utf-8")

    with_head = take_in(path, ours).path.read_text("utf-8")

    assert with_head.splitlines()[0].startswith("# From Us service: other,")
