"""However a file of the library is spoiled, it is harmless or refused where it is wrong."""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

import main
from hub import files
from hub.catalogue import Catalogue
from hub.councils import Councils
from hub.files import Mistake, Proof
from hub.letters import Stationery
from hub.words import Words
from tests.catalogue.spoiling import fighting, spoiled
from tests.catalogue.written import TEMPLATES
from tests.provision.promises import Figures

_NAMES = sorted(path.stem for path in (TEMPLATES / "services").glob("*.yaml"))


@pytest.mark.promise("P10")
@pytest.mark.parametrize("name", _NAMES)
def test_a_spoiled_service_is_refused_with_its_place_and_remedy_or_harmless(
    tmp_path: Path, name: str, figure: Figures
) -> None:
    count = figure(ci=30, proof=1_000, of="spoilt files of each service")
    chance = Random(f"{name} {figure.seed}")
    library = _alone(tmp_path, name)
    path = library.folder / "services" / f"{name}.yaml"
    written = path.read_text(encoding="utf-8")
    assert library.mistakes() == ()
    refused = 0

    for changed in (spoiled(written, chance) for _ in range(count)):
        path.write_bytes(changed)
        mistakes = library.mistakes()
        refused += bool(mistakes)

        for mistake in mistakes:
            assert _is_told_well(mistake, path, library), (mistake, changed)

    assert refused > count // 3


@pytest.mark.promise("P10")
@pytest.mark.parametrize("name", [name for name in _NAMES if not name.startswith("_")])
def test_an_overlay_that_fights_is_refused_with_its_place_and_remedy_or_offered(
    tmp_path: Path, name: str, figure: Figures
) -> None:
    count = figure(ci=8, proof=300, of="fighting overlays of each service")
    chance = Random(f"{name} {figure.seed}")
    library = _alone(tmp_path, name)
    ids = _ids((library.folder / "services" / f"{name}.yaml").read_text(encoding="utf-8"))
    overlay = library.folder / "councils" / "aberwen" / "services" / f"{name}.yaml"
    overlay.parent.mkdir()
    refused = 0

    for changed in (fighting(name, ids, chance) for _ in range(count)):
        overlay.write_text(changed, encoding="utf-8")
        mistakes = library.mistakes()
        refused += bool(mistakes)

        for mistake in mistakes:
            assert _is_told_well(mistake, overlay, library), (mistake, changed)

    assert refused > count // 3


@dataclass(frozen=True)
class _Library:
    """Templates with one service, and what every check of them needs, read once."""

    folder: Path
    councils: Councils
    letters: Stationery
    words: Words

    def mistakes(self) -> tuple[Mistake, ...]:
        """Give what `hub check` finds in the services."""
        judges = main.judges(self.letters, self.words)
        return Catalogue.check(
            self.folder, self.councils, letters=self.letters.names, judges=judges
        )


def _alone(folder: Path, name: str) -> _Library:
    """Lay out templates of which the council offers one service of the library."""
    offered = "missed-bin" if name.startswith("_") else name
    for kept in (offered, "_about-you"):
        (folder / "services").mkdir(exist_ok=True)
        shutil.copy(TEMPLATES / "services" / f"{kept}.yaml", folder / "services")
    council = folder / "councils" / "aberwen" / "council.yaml"
    council.parent.mkdir(parents=True)
    written = (TEMPLATES / "councils" / "aberwen" / "council.yaml").read_text(encoding="utf-8")
    council.write_text(re.sub(r"services: \[[^]]*]", f"services: [{offered}]", written), "utf-8")
    councils = Councils.read(folder / "councils")
    return _Library(folder, councils, Stationery.read(TEMPLATES), Words.read(TEMPLATES))


def _ids(written: str) -> list[str]:
    return re.findall(r"^ *- (?:id|stop|several): (\w+)$", written, re.MULTILINE)


def _is_told_well(mistake: Mistake, path: Path, library: _Library) -> bool:
    """Say whether a mistake names the file, a line of it, the key if it can be read, a remedy."""
    lines = path.read_bytes().count(b"\n") + 1
    is_placed = mistake.file == path.relative_to(library.folder).as_posix()
    is_placed &= 1 <= mistake.line <= lines
    is_told = "is missing" in mistake.what or "goes wrong" in mistake.what  # with the key in words
    names_key = bool(mistake.key) or is_told or _is_unreadable(path)
    return is_placed and names_key and mistake.what != "" and mistake.remedy.endswith(".")


def _is_unreadable(path: Path) -> bool:
    """Say whether no key of the file can be told, because it is no YAML."""
    read = files.read(path, root=path.parent, proof=Proof())
    return read is None or read.mapping is None
