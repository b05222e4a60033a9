"""The letter to somebody who joined a case: addressed to them, silent about the others."""

from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from hub import cases, letters
from hub.history import Entry
from hub.intake import Joined
from hub.letters import Letter, Stationery
from hub.staff import Viewer
from hub.store import Database, FolderDocuments, Session
from hub.words import Words
from tests.builders.councils import a_council
from tests.cases.holes import HIGH_STREET, joining, reported, send
from tests.letters import reading

SYSTEM = Viewer.system("aberwen")
HOME = {"line1": "3 Heol y Parc", "line2": "", "town": "Aberwen", "postcode": "LL99 8ZZ"}


@pytest.fixture
def documents(tmp_path: Path) -> FolderDocuments:
    return FolderDocuments(tmp_path / "documents")


def write(session: Session, joined: Joined, documents: FolderDocuments, templates: Path) -> UUID:
    return letters.write_to_joiner(
        session,
        SYSTEM,
        joined.asker,
        press=letters.Press(
            council=a_council(),
            documents=documents,
            words=Words.read(templates),
            stationery=Stationery.read(templates),
            public_url="https://requests.aberwen.example",
        ),
    )


def test_who_joined_has_a_letter_of_their_own_that_tells_nothing_of_the_other(
    database: Database, documents: FolderDocuments, templates: Path
) -> None:
    with database.session("aberwen") as session:
        case_id = reported(session, HIGH_STREET)
        joined = send(session, joining(session, case_id, home=HOME, language="en"))
        assert isinstance(joined, Joined)
        written = [write(session, joined, documents, templates) for _ in range(2)]
        letter = session.sql.scalars(select(Letter)).one()
        pdf = documents.get("aberwen", letter.document or "")

    told = reading.flat(reading.words(pdf))
    assert written == [letter.id] * 2
    assert letter.kind == "joined-2"
    assert "Dear Ann Llŷr" in told
    assert "3 Heol y Parc" in told
    assert not any(words in told for words in ("Siân", "bus stop", "Stryd y Bont", "refuse"))


def test_each_asker_is_told_of_their_own_letter_alone(
    database: Database, documents: FolderDocuments, templates: Path
) -> None:
    with database.session("aberwen") as session:
        case_id = reported(session, HIGH_STREET)
        joined = send(session, joining(session, case_id))
        assert isinstance(joined, Joined)
        letter_id = write(session, joined, documents, templates)
        letters.settle_laid(session, SYSTEM, letter_id)
        first = cases.seen(session, SYSTEM, case_id).resident_id
        mine, zone = Viewer.resident("aberwen", case_id), a_council().timezone
        seen = [
            [
                step.kind
                for step in cases.standing(session, mine, case_id, asker=asker, timezone=zone).steps
            ]
            for asker in (first, joined.asker)
        ]
        laid = select(Entry.facts).where(Entry.kind == "LetterLaid")
        facts = session.sql.scalars(laid).one()

    assert seen == [["received"], ["received", "joined", "printed"]]
    assert facts["kind"] == "joined-2"
