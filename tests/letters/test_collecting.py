"""Who has no fixed address says so once; from then on every letter says where it is collected."""

import csv
from pathlib import Path

import pytest
from sqlalchemy import select

from channels.carriers.print_folder import PrintFolder
from hub import cases, catalogue, intake, letters
from hub.catalogue import Catalogue, Service
from hub.councils import Councils
from hub.intake import Receipt, Submission
from hub.letters import Letter, Stationery
from hub.staff import Viewer
from hub.store import Database, FolderDocuments, Session
from hub.values import Channel, Language, Moments
from hub.words import Words
from tests.builders.letters import answered
from tests.builders.requests import MONDAY
from tests.letters import reading

SYSTEM = Viewer.system("aberwen")
COUNTER = "County Hall, Castle Street, Aberwen, LL99 9ZZ"


@pytest.fixture
def councils(templates: Path) -> Councils:
    return Councils.read(templates / "councils")


@pytest.fixture
def service(templates: Path, councils: Councils) -> Service:
    return Catalogue.read(templates, councils).service("aberwen", "missed-bin")


def _ask(session: Session, service: Service, councils: Councils) -> Receipt:
    said = {"answer_by": "counter", "your_name": "Siân Ŵyn-Jones", "letter_size": "18"}
    submission = Submission(
        asked=answered(service, said),
        channel=Channel.WEB,
        language=Language.EN,
        external_id="first",
        moments=Moments.sent_now(MONDAY),
    )
    catalogue.keep(session, service)
    resident = Viewer.resident("aberwen")
    return intake.submit(session, resident, submission, council=councils.by_id("aberwen"))


def test_who_has_no_fixed_address_gets_a_letter_that_says_where_it_is_collected(
    database: Database, templates: Path, tmp_path: Path, service: Service, councils: Councils
) -> None:
    documents, folder = FolderDocuments(tmp_path / "documents"), tmp_path / "print"
    council = councils.by_id("aberwen")
    with database.session("aberwen") as session:
        receipt = _ask(session, service, councils)
        letter_id = letters.write(
            session,
            SYSTEM,
            receipt.case_id,
            press=letters.Press(
                council=council,
                documents=documents,
                words=Words.read(templates),
                stationery=Stationery.read(templates),
                public_url="https://requests.aberwen.example",
            ),
        )
        wanted = letters.printing_wanted(
            session, SYSTEM, letter_id, council=council, documents=documents
        )
        letter = session.sql.scalars(select(Letter)).one()

    assert wanted
    letters.lay(wanted, PrintFolder(folder))

    window = [line.words for line in reading.lines(wanted.pdf)[0]]
    said = reading.words(wanted.pdf)
    (manifest,) = folder.glob("*/*/manifest.csv")
    (line,) = csv.DictReader(manifest.read_text().splitlines())
    assert (letter.address, letter.size) == (None, 18)
    assert {"Siân Ŵyn-Jones", "To be collected at the counter", "County Hall", "ABERWEN"} <= {
        *window
    }
    assert f"We keep our letters to you at our counter: {COUNTER}." in said
    assert "your reference, and your surname" in said
    assert "your postcode" not in said
    assert line["collect_at"] == COUNTER


def test_who_collects_their_letters_looks_a_request_up_by_their_surname(
    database: Database, service: Service, councils: Councils
) -> None:
    with database.session("aberwen") as session:
        receipt = _ask(session, service, councils)

        found = cases.look_up(session, reference=str(receipt.reference), fact="wyn jones")

    assert found.id == receipt.case_id


def test_nobody_is_asked_for_an_address_they_said_they_have_not(service: Service) -> None:
    asked = answered(service, {"answer_by": "counter"})

    assert not {"write_here", "post_to", "email"} & asked.answers.keys()
    assert "letter_size" in asked.answers
