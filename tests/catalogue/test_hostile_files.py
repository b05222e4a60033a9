"""Whatever stands in a file of a service, it loads or is refused with a place and a remedy."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from hub.catalogue import Catalogue, DefinitionRefused
from hub.councils import Councils
from tests.catalogue.hostile import is_told_well, one_change
from tests.catalogue.written import TEMPLATES, a_folder, mistakes_in

SERVICES = ["missed-bin", "bulky-waste", "blue-badge", "_about-you"]
CHANGES = 150  # of each of four files: six hundred; as many again of overlays


@pytest.mark.parametrize("name", SERVICES)
def test_a_changed_service_loads_or_is_refused_with_a_place_and_a_remedy(
    tmp_path: Path, name: str
) -> None:
    written = (TEMPLATES / "services" / f"{name}.yaml").read_text(encoding="utf-8")
    written = written.replace(f"service: {name}", "service: bins")
    about_you = (TEMPLATES / "services" / "_about-you.yaml").read_text(encoding="utf-8")
    chance = Random(f"{name} 1")
    refused = 0

    for changed in (one_change(written, chance) for _ in range(CHANGES)):
        own = {"about_you": about_you, "bins": changed}
        mistakes = mistakes_in(
            tmp_path, **({"about_you": changed} if name.startswith("_") else own)
        )
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
