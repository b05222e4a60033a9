"""A disk whose power can be cut: what no program has synced is gone, as `power_cut.c` tells."""

import ctypes
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.provision import missing

_SOURCE = Path(__file__).with_suffix(".c")


@dataclass(frozen=True)
class Disk:
    """Keep one folder as a disk does; programs that run with `environ` write to it."""

    folder: Path
    platter: Path
    library: Path

    @property
    def environ(self) -> Mapping[str, str]:
        """Give what a program's environment needs."""
        return {
            "LD_PRELOAD": str(self.library),
            "HUB_TEST_DISK": str(self.folder),
            "HUB_TEST_PLATTER": str(self.platter),
        }

    def sync(self) -> None:
        """Bring everything to the platter as it is now, as an orderly shutdown does."""
        shutil.rmtree(self.platter, ignore_errors=True)
        self.platter.mkdir(parents=True)
        for path in [self.folder, *self.folder.rglob("*")]:
            if path.is_file() or path.is_dir():
                self._keep(path)

    def cut(self) -> None:
        """Cut the power once every program is dead: the folder is what is on the platter."""
        key = ctypes.create_string_buffer(64)
        assert ctypes.CDLL(str(self.library)).disk_key(bytes(self.folder), key) == 0
        shutil.rmtree(self.folder)
        self._make(self.folder, key.value.decode())
        self.sync()

    def _keep(self, path: Path) -> None:
        done = ctypes.CDLL(str(self.library)).disk_keep(bytes(path), bytes(self.platter))
        assert done == 0, path

    def _make(self, folder: Path, key: str) -> None:
        folder.mkdir()
        names = self.platter / f"{key}.names"
        for line in names.read_text().splitlines() if names.exists() else []:
            kind, key_below, name = line.split(" ", 2)
            if kind == "d":
                self._make(folder / name, key_below)
            elif (self.platter / key_below).exists():
                shutil.copyfile(self.platter / key_below, folder / name)
            else:
                (folder / name).touch()


@pytest.fixture(scope="session")
def power_cut_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Compile the library that stands between a program and its disk."""
    compiler = missing.program(
        "gcc", "cc", setting="HUB_TEST_CC", remedy="apt-get install gcc libc6-dev"
    )
    library = tmp_path_factory.mktemp("power-cut") / "power_cut.so"
    words = [compiler, "-shared", "-fPIC", "-O2", "-Wall", "-o", str(library), str(_SOURCE)]
    subprocess.run([*words, "-ldl"], check=True)
    return library


@pytest.fixture
def disk(power_cut_library: Path, tmp_path: Path) -> Disk:
    """Give a disk, empty and in order."""
    folder = tmp_path / "disk"
    folder.mkdir()
    made = Disk(folder, tmp_path / "platter", power_cut_library)
    made.sync()
    return made
