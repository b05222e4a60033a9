"""Files that are sent with a draft, for the tests of enclosures."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import pytest
from sqlalchemy import select

from hub import drafts, enclosures, intake, interview
from hub.catalogue.definition import Service
from hub.drafts import Draft
from hub.enclosures import Enclosure, Opened
from hub.intake import Receipt
from hub.interview import Interview
from hub.staff import Viewer
from hub.store import Document, FolderDocuments, Session
from hub.values import Channel, Language
from tests.builders.councils import a_council
from tests.builders.requests import (
    MISSED_BIN,
    MONDAY,
    a_choice,
    a_finished_interview,
    a_question,
    a_service,
    text,
)

RESIDENT = Viewer.resident("aberwen")
TODAY = MONDAY.date()
PHOTO = Opened("image/jpeg", b"a photo", b"a small photo", 1)
OTHER = Opened("image/jpeg", b"another photo", b"another small photo", 1)
PAPER = Opened("application/pdf", b"%PDF a paper", b"a small paper", 3)
THINGS = a_service(
    a_choice("bin", "refuse", "garden", "needles"),
    {
        "several": "things",
        "title": text("Thing {n}"),
        "another": text("Another?"),
        "most": 3,
        "questions": [a_question("picture", "file", optional="yes")],
    },
)


@pytest.fixture
def documents(tmp_path: Path) -> FolderDocuments:
    """Give a folder of documents."""
    return FolderDocuments(tmp_path / "documents")


def sha256_of(opened: Opened) -> str:
    return hashlib.sha256(opened.document).hexdigest()


def begun(session: Session, service: Service = MISSED_BIN) -> Draft:
    token = drafts.start(session, RESIDENT, service, door=(Channel.WEB, Language.EN, TODAY))
    return drafts.find(session, token)


def sent(
    session: Session,
    draft: Draft,
    documents: FolderDocuments,
    *files: Opened,
    asked: Interview | None = None,
    path: str = "photo",
) -> Interview:
    """Send files to a question, and answer it with them."""
    hashes = [
        enclosures.take(session, draft.id, one, path=path, name="bin.jpg", documents=documents)
        for one in files
    ]
    return answered(session, draft, asked or a_finished_interview(), path=path, hashes=hashes)


def answered(
    session: Session, draft: Draft, asked: Interview, *, hashes: Sequence[str], path: str = "photo"
) -> Interview:
    after = interview.answer(asked, path, {"documents": hashes})
    drafts.keep(session, draft, after)
    return after


def there(session: Session, draft: Draft) -> list[tuple[str, str]]:
    return [(one.path, one.sha256) for one in enclosures.of_draft(session, draft.id)]


def submitted(session: Session, draft: Draft, asked: Interview) -> Receipt:
    done = intake.submit_draft(
        session, RESIDENT, draft, asked=asked, council=a_council(), received_at=session.now()
    )
    assert isinstance(done, Receipt)
    return done


def with_aside(sha256: str) -> Interview:
    """Give a finished interview with an answer to a question that is not asked (any more)."""
    asked = a_finished_interview()
    return asked.having({**asked.answers, "old": {"documents": [sha256]}})


def rows_of(session: Session) -> set[str]:
    return set(session.sql.scalars(select(Document.sha256)))


def removed_names(session: Session) -> list[str]:
    return list(
        session.sql.scalars(select(Enclosure.name).where(Enclosure.removed_at.is_not(None)))
    )


def small(opened: Opened) -> str:
    return hashlib.sha256(opened.thumbnail).hexdigest()
