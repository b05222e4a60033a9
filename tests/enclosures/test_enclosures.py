"""What was sent with a draft is its holder's, and then its case's."""

import pytest

from hub import enclosures
from hub.drafts import Draft
from hub.enclosures import UnknownEnclosure
from hub.staff import Viewer
from hub.staff.viewer import NotAllowed
from hub.store import Database, FolderDocuments, UnknownDocument
from tests.builders.requests import (
    a_finished_interview,
)
from tests.enclosures.sending import (
    PAPER,
    PHOTO,
    RESIDENT,
    answered,
    begun,
    documents,
    sent,
    sha256_of,
    submitted,
    there,
)

__all__ = ["documents"]


def test_what_was_sent_is_found_again_with_its_small_picture(
    database: Database, documents: FolderDocuments
) -> None:
    with database.session("aberwen") as session:
        draft = begun(session)
        sent(session, draft, documents, PHOTO, PAPER)

    with database.session("aberwen") as session:
        photo, paper = enclosures.of_draft(session, draft.id)
        picture = enclosures.thumbnail_of(session, draft.id, paper.id, documents=documents)

    assert (photo.name, photo.kind, photo.size) == ("bin.jpg", "image/jpeg", len(PHOTO.document))
    assert (paper.kind, paper.pages) == ("application/pdf", 3)
    assert picture == PAPER.thumbnail
    assert documents.get("aberwen", paper.sha256) == PAPER.document


def test_the_same_file_sent_twice_is_there_once(
    database: Database, documents: FolderDocuments
) -> None:
    with database.session("aberwen") as session:
        draft = begun(session)
        sent(session, draft, documents, PHOTO, PHOTO)

        assert there(session, draft) == [("photo", sha256_of(PHOTO))]


def test_another_draft_does_not_have_it(database: Database, documents: FolderDocuments) -> None:
    with database.session("aberwen") as session:
        mine, yours = begun(session), begun(session)
        sent(session, mine, documents, PHOTO)
        [photo] = enclosures.of_draft(session, mine.id)

        assert enclosures.of_draft(session, yours.id) == ()
        with pytest.raises(UnknownDocument):
            enclosures.thumbnail_of(session, yours.id, photo.id, documents=documents)
        with pytest.raises(UnknownEnclosure):
            answered(session, yours, a_finished_interview(), hashes=[sha256_of(PHOTO)])


@pytest.mark.promise("P13")
def test_another_council_does_not_have_it(database: Database, documents: FolderDocuments) -> None:
    with database.session("aberwen") as session:
        draft = begun(session)
        sent(session, draft, documents, PHOTO)
        [photo] = enclosures.of_draft(session, draft.id)

    with database.session("bryn") as session:
        assert enclosures.of_draft(session, draft.id) == ()
        assert enclosures.let_go(session, documents) == 0
        with pytest.raises(UnknownDocument):
            enclosures.thumbnail_of(session, draft.id, photo.id, documents=documents)


def test_what_was_sent_goes_to_the_case_and_no_longer_to_the_drafts_holder(
    database: Database, documents: FolderDocuments
) -> None:
    with database.session("aberwen") as session:
        draft = begun(session)
        asked = sent(session, draft, documents, PHOTO, PAPER)
        draft = session.sql.get_one(Draft, ("aberwen", draft.id), populate_existing=True)
        receipt = submitted(session, draft, asked)

    with database.session("aberwen") as session:
        own = Viewer.resident("aberwen", receipt.case_id)
        kept = enclosures.of_case(session, own, receipt.case_id, team=None)

        assert [one.sha256 for one in kept] == [sha256_of(PHOTO), sha256_of(PAPER)]
        assert enclosures.of_draft(session, draft.id) == ()
        assert enclosures.let_go(session, documents) == 0
        with pytest.raises(NotAllowed):
            enclosures.of_case(session, RESIDENT, receipt.case_id, team=None)
