"""The job that lets files go which a resident took away."""

from uuid import UUID

from sqlalchemy import select

from hub import drafts, enclosures
from hub.enclosures import Opened
from hub.staff import Viewer
from hub.store import Document
from hub.values import Channel, Language
from tests.builders.requests import MISSED_BIN, MONDAY
from workers import keeping
from workers.outside import Errand, Outside

_PHOTO = Opened("image/jpeg", b"a photo", b"a small photo", 1)
_DOOR = (Channel.WEB, Language.EN, MONDAY.date())


def test_what_was_taken_away_leaves_the_documents(outside: Outside) -> None:
    with outside.database.session("aberwen") as session:
        token = drafts.start(session, Viewer.resident("aberwen"), MISSED_BIN, door=_DOOR)
        draft = drafts.find(session, token)
        documents = outside.documents
        enclosures.take(
            session, draft.id, _PHOTO, path="photo", name="bin.jpg", documents=documents
        )
        drafts.discard(session, token)

    with outside.database.session("aberwen") as session:
        keeping.let_files_go(Errand(outside=outside, session=session, subject=UUID(int=0)))

    with outside.database.session("aberwen") as session:
        assert session.sql.scalars(select(Document)).all() == []
