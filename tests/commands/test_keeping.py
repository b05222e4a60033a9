"""What `hub verify` and `hub release` do to an installation that holds something."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest

from hub import store
from hub.store import Database, FolderDocuments, documents, jobs
from hub.store.jobs import Claimed, State
from tests.commands.conftest import Hub
from tests.store.work import a_job, claim, job_of

LETTER = b"%PDF-1.7 a letter"


@pytest.fixture
def kept(hub: Hub, tmp_path: Path) -> Iterator[Database]:
    """Give the database that the command works on."""
    hub("migrate")
    with closing(store.open_database(f"sqlite:///{tmp_path / 'data' / 'hub.sqlite'}")) as database:
        yield database


def a_document(database: Database, folder: Path) -> Path:
    """Keep a document, and give its file."""
    with database.session("aberwen") as session:
        sha256 = documents.keep(session, FolderDocuments(folder), content=LETTER, kind="text/plain")
    return folder / "aberwen" / sha256[:2] / sha256


def a_held_job(database: Database) -> Claimed:
    """Hold a job for a person."""
    job = claim(database, a_job(database))
    with database.session("aberwen") as session:
        jobs.hold(session, job, "unknown_case")
    return job


def test_verifying_counts_the_documents_that_are_as_they_were(
    hub: Hub, kept: Database, tmp_path: Path
) -> None:
    a_document(kept, tmp_path / "data" / "documents")

    result = hub("verify")

    assert result.exit_code == 0
    assert "1 documents.\nFound wrong: nothing." in result.stdout


@pytest.mark.parametrize("what", ["unknown_document", "document_damaged"])
def test_verifying_names_a_document_that_is_gone_or_damaged(
    hub: Hub, kept: Database, tmp_path: Path, what: str
) -> None:
    file = a_document(kept, tmp_path / "data" / "documents")
    file.unlink()
    if what == "document_damaged":
        file.write_bytes(b"another letter")

    result = hub("verify")

    assert result.exit_code == 1
    assert result.stderr == f"aberwen document {file.name}: {what}\n"
    assert "Found wrong: 1." in result.stdout


def test_a_person_has_a_held_job_tried_again(hub: Hub, kept: Database) -> None:
    job = a_held_job(kept)

    result = hub("release", str(job.id))

    assert (result.exit_code, result.stdout) == (0, "route_case is tried again.\n")
    assert job_of(kept, job.id).state == State.OPEN


@pytest.mark.parametrize("job_id", [UUID(int=7), None])
def test_a_job_that_is_not_held_is_not_released(
    hub: Hub, kept: Database, job_id: UUID | None
) -> None:
    named = job_id or a_job(kept)

    result = hub("release", str(named))

    assert result.exit_code == 70
    assert result.stderr.startswith(f"hub: No job {named} is held.")
