"""Erasing, killed where it is about to write, and brought back by a backup that is older."""

import pytest

from tests.faults.test_crash_points import Points
from tests.faults.test_restore import backed_up, empty, some_asked_and_printed
from tests.provision import crash_points
from tests.provision.installation import Install, Installation
from tests.provision.programs import wait_until
from tests.provision.promises import Figures
from tests.provision.resident import a_resident_submits
from tests.provision.sizes import Size

_ASKED = ("--because=they asked", "--close")
_UNKNOWN = 70


@pytest.mark.promise("P16")
def test_an_erasing_that_dies_at_any_write_is_whole_when_it_is_asked_again(
    install: Install, figure: Figures
) -> None:
    here = install()
    web = here.serve()
    points = Points(figure, {"pwrite64": 30, "fdatasync": 4, "fsync": 3}, "an erasing", most=60)

    for call, number in points:
        reference = a_resident_submits(here.url)
        here.settle()
        dying = here.start("erase", reference, *_ASKED, before=crash_points.dying_at(call, number))
        wait_until(lambda: not dying.is_alive, what="the end", seconds=60)  # noqa: B023 (called at once)
        again = here.command("erase", reference, *_ASKED)
        points.tell(call, was_survived=again.returncode == _UNKNOWN)
        assert again.returncode in {0, _UNKNOWN}, again.stderr

    wait_until(lambda: _left(here) == [], what="the papers to go", seconds=150)
    here.settle()
    web.stop()
    noted = "".join(file.read_text() for file in (here.data / "erased").rglob("*.jsonl"))
    assert all(reference in noted for reference in here.ledger.cases())
    for command in ("account", "verify"):
        found = here.command(command)
        assert found.returncode == 0, found.stderr


@pytest.mark.promise("P16")
def test_what_was_erased_since_a_backup_is_erased_again_when_it_is_restored(
    installation: Installation, install: Install, size: Size, request: pytest.FixtureRequest
) -> None:
    erased, kept = some_asked_and_printed(installation)
    source = backed_up(installation)
    assert installation.command("erase", erased, *_ASKED).returncode == 0
    ledger = installation.data / "erased"

    new = empty(install, size, request)
    restored = new.command("restore", str(source), f"--erased={ledger}")
    told = new.ledger.rows("SELECT * FROM askers")
    new.start_all()
    wait_until(lambda: len(_documents(new)) == 1, what="the papers to go", seconds=150)
    new.settle()

    assert restored.returncode == 0, restored.stderr
    assert "1 requests were erased before" in restored.stdout
    assert len(told) == 1
    assert set(new.ledger.cases()) == {erased, kept}
    assert [pdf.name for pdf in new.data.rglob(f"*{erased}-*.pdf")] == []
    noted = "".join(file.read_text() for file in (new.data / "erased").rglob("*.jsonl"))
    assert erased in noted
    for command in ("account", "verify"):
        assert new.command(command).returncode == 0


def _left(here: Installation) -> list[str]:
    rows = here.ledger.rows("SELECT name FROM residents")
    return [*(str(row) for row in rows), *_documents(here)]


def _documents(here: Installation) -> list[str]:
    return [str(file) for file in (here.data / "documents").rglob("*") if file.is_file()]
