"""What was sent follows the answers, and leaves the documents when no answer names it."""

import hashlib
from datetime import timedelta

import pytest
from sqlalchemy import select

from hub import drafts, enclosures, interview
from hub.drafts import Draft
from hub.staff import Viewer
from hub.store import Database, FolderDocuments, UnknownDocument
from hub.values import Channel, Language
from tests.builders.requests import (
    MISSED_BIN,
)
from tests.enclosures.sending import (
    OTHER,
    PAPER,
    PHOTO,
    RESIDENT,
    THINGS,
    TODAY,
    answered,
    begun,
    documents,
    removed_names,
    rows_of,
    sent,
    sha256_of,
    small,
    submitted,
    there,
    with_aside,
)

__all__ = ["documents"]


def test_what_no_answer_names_any_more_is_removed_and_leaves_the_documents(
    database: Database, documents: FolderDocuments
) -> None:
    with database.session("aberwen") as session:
        draft = begun(session)
        asked = sent(session, draft, documents, PHOTO, OTHER)
    with database.session("aberwen") as session:
        draft = session.sql.scalars(select(Draft)).one()
        answered(session, draft, asked, hashes=[sha256_of(OTHER)])

    with database.session("aberwen") as session:
        gone = enclosures.let_go(session, documents)
        again = enclosures.let_go(session, documents)

    with database.session("aberwen") as session:
        assert there(session, draft) == [("photo", sha256_of(OTHER))]
        assert (gone, again) == (2, 0)  # the photo and its small picture
        assert rows_of(session) == {sha256_of(OTHER), small(OTHER)}
        assert removed_names(session) == [""]
    for content in (PHOTO.document, PHOTO.thumbnail):
        with pytest.raises(UnknownDocument):
            documents.get("aberwen", hashlib.sha256(content).hexdigest())


def test_what_is_sent_again_after_it_was_removed_stays(
    database: Database, documents: FolderDocuments
) -> None:
    with database.session("aberwen") as session:
        draft = begun(session)
        asked = sent(session, draft, documents, PHOTO, OTHER)
        draft = session.sql.scalars(select(Draft)).one()
        after = answered(session, draft, asked, hashes=[sha256_of(OTHER)])
    with database.session("aberwen") as session:
        draft = session.sql.scalars(select(Draft)).one()
        sent(session, draft, documents, OTHER, PHOTO, asked=after)

    with database.session("aberwen") as session:
        gone = enclosures.let_go(session, documents)

    assert gone == 0
    assert documents.get("aberwen", sha256_of(PHOTO)) == PHOTO.document


def test_what_somebody_else_sent_too_stays_for_them(
    database: Database, documents: FolderDocuments
) -> None:
    with database.session("aberwen") as session:
        mine, yours = begun(session), begun(session)
        sent(session, mine, documents, PHOTO)
        sent(session, yours, documents, PHOTO)
        enclosures.remove_all(session, [mine.id])

    with database.session("aberwen") as session:
        gone = enclosures.let_go(session, documents)

        assert gone == 0
        assert there(session, yours) == [("photo", sha256_of(PHOTO))]


def test_a_round_that_is_taken_away_takes_its_picture_along_and_the_next_moves_up(
    database: Database, documents: FolderDocuments
) -> None:
    with database.session("aberwen") as session:
        draft, asked = begun(session, THINGS), interview.begin(THINGS, TODAY)
        asked = interview.answer(asked, "bin", "refuse")
        for number, photo in ((1, PHOTO), (2, OTHER)):
            path = f"things.{number}.picture"
            asked = sent(session, draft, documents, photo, asked=asked, path=path)
            asked = interview.answer(
                asked, f"things.{number}.another", "yes" if number == 1 else "no"
            )
            draft = session.sql.get_one(Draft, ("aberwen", draft.id), populate_existing=True)
        drafts.keep(session, draft, asked)
        draft = session.sql.get_one(Draft, ("aberwen", draft.id), populate_existing=True)

        drafts.keep(session, draft, interview.remove(asked, "things", 1))

        assert there(session, draft) == [("things.1.picture", sha256_of(OTHER))]


def test_an_answer_that_does_not_apply_when_it_is_sent_leaves_its_files_behind(
    database: Database, documents: FolderDocuments
) -> None:
    with database.session("aberwen") as session:
        draft = begun(session)
        aside = enclosures.take(
            session, draft.id, PAPER, path="old", name="old.pdf", documents=documents
        )
        asked = sent(session, draft, documents, PHOTO, asked=with_aside(aside))
        draft = session.sql.get_one(Draft, ("aberwen", draft.id), populate_existing=True)
        receipt = submitted(session, draft, asked)

    with database.session("aberwen") as session:
        kept = enclosures.of_case(session, Viewer.system("aberwen"), receipt.case_id, team=None)
        gone = enclosures.let_go(session, documents)

    assert [one.sha256 for one in kept] == [sha256_of(PHOTO)]
    assert gone == 2


@pytest.mark.parametrize("is_said", [True, False], ids=["deleted", "lapsed"])
def test_what_came_with_a_draft_that_is_let_go_leaves_with_it(
    database: Database, documents: FolderDocuments, *, is_said: bool
) -> None:
    with database.session("aberwen") as session:
        token = drafts.start(session, RESIDENT, MISSED_BIN, door=(Channel.WEB, Language.EN, TODAY))
        draft = drafts.find(session, token)
        sent(session, draft, documents, PHOTO)

    with database.session("aberwen") as session:
        if is_said:
            drafts.discard(session, token)
        else:
            drafts.lapse(session, before=session.now() + timedelta(seconds=1))

    with database.session("aberwen") as session:
        assert enclosures.of_draft(session, draft.id) == ()
        assert enclosures.let_go(session, documents) == 2
        assert rows_of(session) == set()
