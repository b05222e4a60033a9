"""A letter says for whom it was asked, and reads nothing back to somebody who may not know it."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from hub import letters
from hub.interview import Given
from hub.letters import Stationery
from hub.staff import Viewer
from hub.store import Database, FolderDocuments
from hub.words import Words
from tests.builders.helping import (
    ASKER,
    FOR_MEGAN,
    PERSON,
    TEMPLATES,
    TO_MEGAN,
    UNASKED,
    helped,
    the_council,
)
from tests.letters import reading

SYSTEM = Viewer.system("aberwen")


@pytest.fixture
def press(tmp_path: Path) -> letters.Press:
    return letters.Press(
        council=the_council(),
        documents=FolderDocuments(tmp_path / "documents"),
        words=Words.read(TEMPLATES),
        stationery=Stationery.read(TEMPLATES),
        public_url="https://requests.aberwen.example",
    )


def letter_of(database: Database, press: letters.Press, said: Mapping[str, Given]) -> str:
    """Give the words of the letter that acknowledges a request."""
    with database.session("aberwen") as session:
        case_id = helped(session, dict(said)).case_id
        letter_id = letters.write(session, SYSTEM, case_id, press=press)
        wanted = letters.printing_wanted(
            session, SYSTEM, letter_id, council=press.council, documents=press.documents
        )
    assert wanted
    return reading.words(wanted.pdf)


def test_the_asker_reads_for_whom_they_asked(database: Database, press: letters.Press) -> None:
    said = letter_of(database, press, FOR_MEGAN)

    assert f"Dear {ASKER}" in said
    assert f"You asked us for {PERSON}." in said
    assert "What we were told" in said


def test_the_person_is_greeted_and_reads_who_asked_and_how_to_stop_it(
    database: Database, press: letters.Press
) -> None:
    said = letter_of(database, press, TO_MEGAN)

    assert f"Dear {PERSON}" in said
    assert f"{ASKER} asked us for you. If you do not want that, ring or write to us." in said
    assert "07700" not in said


def test_an_asker_who_is_not_known_to_have_consent_is_read_nothing_back(
    database: Database, press: letters.Press
) -> None:
    said = letter_of(database, press, UNASKED)

    assert "We ask them first whether they agree." in said
    assert "What we were told" not in said
    assert "Address of the bin" not in said


def test_a_welsh_letter_says_it_in_welsh(database: Database, press: letters.Press) -> None:
    said = letter_of(database, press, {**TO_MEGAN, "language": "cy"})

    assert f"Gofynnodd {ASKER} i ni ar eich rhan." in said


def test_who_asks_for_themselves_reads_of_nobody_else(
    database: Database, press: letters.Press
) -> None:
    said = letter_of(database, press, {"for_whom": "me", "language": "en"})

    assert "asked us for" not in said


def test_who_asked_for_oneself_reads_that_they_asked(
    database: Database, press: letters.Press
) -> None:
    said = letter_of(database, press, {**FOR_MEGAN, "for_whom": "me"})

    assert "You asked us on 2" in said
    assert "the request made on" not in said


def test_who_is_asked_for_does_not_read_that_they_asked(
    database: Database, press: letters.Press
) -> None:
    said = letter_of(database, press, TO_MEGAN)

    assert "the request made on" in said
    assert "You asked us on" not in said
