import os
import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.provision.crowd import Crowd
from tests.provision.installation import Install
from tests.provision.power_cut import Disk
from tests.provision.programs import Program, wait_until
from tests.provision.promises import Figures
from tests.provision.resident import a_resident_submits

_WRITER = """
import sqlite3, sys
line = sqlite3.connect(sys.argv[1], isolation_level=None)
line.execute("PRAGMA journal_mode=WAL")
line.execute(f"PRAGMA synchronous={sys.argv[2]}")
line.execute("PRAGMA wal_autocheckpoint=0")  # which would sync now and then whatever was set
line.execute("CREATE TABLE IF NOT EXISTS told (number INTEGER PRIMARY KEY)")
for number in range(1_000_000):
    line.execute("INSERT INTO told VALUES (?)", (number,))
    print(number, flush=True)
"""


def test_what_was_synced_outlives_a_power_cut_and_nothing_else_does(disk: Disk) -> None:
    _write(disk, "open('kept', 'w').write('x'); sync('kept')")
    _write(disk, "open('kept', 'a').write('y')")
    _write(disk, "open('empty', 'w').write('z'); sync('.')")
    _write(disk, "open('lost', 'w').write('z'); sync('lost')")

    disk.cut()

    assert {file.name: file.read_text() for file in disk.folder.iterdir()} == {
        "kept": "x",
        "empty": "",
    }


def test_a_name_is_only_kept_once_its_folder_is_synced(disk: Disk) -> None:
    _write(disk, "open('a', 'w').write('x'); sync('a'); sync('.'); os.rename('a', 'b')")
    _write(disk, "open('c', 'w').write('z'); sync('c')")

    disk.cut()

    assert [file.name for file in disk.folder.iterdir()] == ["a"]


@pytest.mark.parametrize(("synchronous", "loses"), [("NORMAL", True), ("FULL", False)])
def test_the_disk_tells_a_database_that_syncs_from_one_that_does_not(
    disk: Disk, tmp_path: Path, synchronous: str, *, loses: bool
) -> None:
    words = [sys.executable, "-c", _WRITER, str(disk.folder / "a.sqlite"), synchronous]
    writer = Program(words, {**os.environ, **disk.environ}, tmp_path / "told", tmp_path)
    wait_until(lambda: writer.said().count("\n") > 100, what="100 commits", seconds=20)
    writer.kill()
    told = writer.said().count("\n")

    disk.cut()

    assert (_count(disk.folder / "a.sqlite") < told) is loses


_PUT = """
from pathlib import Path
from hub.store import FolderDocuments
FolderDocuments(Path("documents")).put("aberwen", b"a letter")
"""


def test_a_document_that_a_crash_left_is_safe_once_it_is_put_again(disk: Disk) -> None:
    _write(disk, _PUT)
    (file,) = disk.folder.glob("documents/*/*/*")
    _write(disk, f"os.rename('{file}', '{file}.begun'); sync('{file.parent}')")
    _write(disk, f"os.rename('{file}.begun', '{file}')")  # and dies before the folder is synced

    _write(disk, _PUT)
    disk.cut()

    assert file.read_bytes() == b"a letter"


def _count(database: Path) -> int:
    with closing(sqlite3.connect(database)) as line:
        if not line.execute("SELECT 1 FROM sqlite_master WHERE name = 'told'").fetchone():
            return 0
        return int(line.execute("SELECT count(*) FROM told").fetchone()[0])


def _write(disk: Disk, code: str) -> None:
    start = f"import os\ndef sync(name): os.fsync(os.open(name, os.O_RDONLY))\n{code}"
    words = [sys.executable, "-c", start]
    subprocess.run(words, check=True, env={**os.environ, **disk.environ}, cwd=disk.folder)


@pytest.mark.promise("P2")
@pytest.mark.promise("P4")
def test_a_reference_that_was_shown_outlives_power_cuts(
    install: Install, disk: Disk, figure: Figures
) -> None:
    cuts = figure(ci=4, proof=50, of="power cuts")
    chance = random.Random(figure.seed)
    here = install(**disk.environ, HUB_DATA=str(disk.folder))
    web = here.serve()

    with Crowd(here.url) as crowd:
        for _ in range(cuts):
            crowd.go_on(pages=chance.randrange(1, 100))
            web.kill()
            disk.cut()
            here.start_again(web)

    here.settle()
    assert len(crowd.shown) > cuts // 2
    here.demand_sound(crowd.shown)


@pytest.mark.promise("P2")
@pytest.mark.promise("P4")
def test_what_was_done_the_moment_before_outlives_a_power_cut(install: Install, disk: Disk) -> None:
    here = install(**disk.environ, HUB_DATA=str(disk.folder))
    web = here.serve()
    by_letter = a_resident_submits(here.url)
    by_email = a_resident_submits(here.url, by="e-mail")
    here.settle()
    before = {file.relative_to(disk.folder) for file in disk.folder.rglob("*.*")}

    web.kill()
    disk.cut()

    left = {file.relative_to(disk.folder) for file in disk.folder.rglob("*.*")}
    assert {file.suffix for file in before - left} <= {".sqlite-shm"}
    here.start_again(web)
    assert set(here.ledger.cases()) == {by_letter, by_email}
    assert [line["reference"] for line in here.ledger.manifest()] == [by_letter]
