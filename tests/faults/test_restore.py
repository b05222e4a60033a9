"""The drill: all is lost but a backup and the print folder; nothing is printed or given twice."""

from pathlib import Path

import pytest

from tests.builders.requests import asked_of_running
from tests.provision.installation import Install, Installation
from tests.provision.resident import a_resident_submits
from tests.provision.sizes import Size


@pytest.mark.promise("P17")
def test_a_hub_that_lost_everything_goes_on_from_its_backup(
    installation: Installation, install: Install, size: Size, request: pytest.FixtureRequest
) -> None:
    before = some_asked_and_printed(installation)
    waiting = asked_of_running(installation.database_url, "waiting 1", "waiting 2")
    source = backed_up(installation)
    installation.start_all()
    installation.settle()
    lost = [a_resident_submits(installation.url)]
    installation.settle()
    installation.kill()
    was_printed = {line["reference"] for line in installation.ledger.manifest()}

    new = empty(install, size, request)
    restored = new.command("restore", str(source), f"--print-folder={installation.data / 'print'}")
    new.start_all()
    new.settle()
    after = a_resident_submits(new.url)
    new.settle()

    assert restored.returncode == 0, restored.stderr
    assert was_printed == {*before, *waiting, *lost}
    assert set(new.ledger.cases()) == {*before, *waiting, after}
    assert {line["reference"] for line in new.ledger.manifest()} == {*before, after}
    assert [pdf.name.split("-")[0] for pdf in new.ledger.pdfs()] == [after]
    assert _given_before(new) >= set(lost)
    for command in ("account", "verify"):
        assert new.command(command).returncode == 0


def test_a_restore_that_is_refused_leaves_a_hub_that_is_well_as_it_was(
    installation: Installation,
) -> None:
    before = some_asked_and_printed(installation)
    source = backed_up(installation)

    refused = installation.command("restore", str(source))
    installation.start_all()
    after = a_resident_submits(installation.url)
    installation.settle()

    assert refused.returncode == 69
    assert "not empty" in refused.stderr
    assert set(installation.ledger.cases()) == {*before, after}


@pytest.mark.parametrize(("survived", "apart"), [(False, 2), (True, 0)])
def test_only_letters_of_which_nobody_knows_are_laid_apart(
    survived: bool,  # noqa: FBT001 - a case of the table
    apart: int,
    installation: Installation,
    install: Install,
    size: Size,
    request: pytest.FixtureRequest,
) -> None:
    some_asked_and_printed(installation)
    source = backed_up(installation)
    folders = [f"--print-folder={installation.data / 'print'}"] if survived else []
    new = empty(install, size, request)

    restored = new.command("restore", str(source), *folders)

    assert restored.returncode == 0, restored.stderr
    assert len(list(new.data.glob("perhaps-printed-*/**/*.pdf"))) == apart


def some_asked_and_printed(installation: Installation) -> list[str]:
    """Have two residents ask and their letters printed, and give their references."""
    running = installation.start_all()
    asked = [a_resident_submits(installation.url) for _ in range(2)]
    installation.settle()
    for program in running:
        program.stop()
    return asked


def backed_up(installation: Installation) -> Path:
    """Take a backup, and give its folder."""
    taken = installation.command("backup", str(installation.folder / "kept"))
    assert taken.returncode == 0, taken.stderr
    (source,) = (installation.folder / "kept").glob("hub-*")
    return source


def empty(install: Install, size: Size, request: pytest.FixtureRequest) -> Installation:
    """Give an installation of the size with an empty database."""
    if size is Size.LAPTOP:
        return install()
    urls = ("empty_postgres_url", "redis_url")
    return install(*(str(request.getfixturevalue(name)) for name in urls))


def _given_before(installation: Installation) -> set[str]:
    rows = installation.ledger.rows("SELECT reference FROM given_before")
    return {str(row["reference"]) for row in rows}
