"""From a case to a PDF in the print folder: written once, laid once."""

import csv
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from channels.carriers.print_folder import PrintFolder
from hub import history, letters
from hub.history import Entry
from hub.letters import (
    Letter,
    LetterNotKept,
    LetterState,
    NotAllowedLetterMove,
    PrintedLetter,
    PrinterAway,
    Stationery,
    UnprintableAddress,
)
from hub.staff import Viewer
from hub.staff.viewer import NotAllowed
from hub.store import Database, FolderDocuments, Session
from hub.store.outbox import OutboxEvent
from hub.values import Language
from hub.words import Words
from tests.builders.councils import a_council
from tests.builders.requests import HOME, a_case, a_submission
from tests.letters import reading
from tests.provision.time_and_chance import SettableClock

SYSTEM = Viewer.system("aberwen")


class Desk:
    """What letters are written with in these tests."""

    def __init__(self, templates: Path, folder: Path) -> None:
        self.documents = FolderDocuments(folder / "documents")
        self.print_folder = folder / "print"
        self._words = Words.read(templates)
        self._stationery = Stationery.read(templates)

    def write(self, session: Session, case_id: UUID) -> UUID:
        """Write the letter of a case."""
        return letters.write(
            session,
            SYSTEM,
            case_id,
            press=letters.Press(
                council=a_council(),
                documents=self.documents,
                words=self._words,
                stationery=self._stationery,
                public_url="https://requests.aberwen.example",
            ),
        )

    def lay(
        self, session: Session, letter_id: UUID, printer: letters.Printer | None = None
    ) -> None:
        """Lay a letter in the print folder."""
        letter = letters.printing_wanted(
            session, SYSTEM, letter_id, council=a_council(), documents=self.documents
        )
        if letter is not None:
            (printer or PrintFolder(self.print_folder)).lay(letter)
            letters.settle_laid(session, SYSTEM, letter_id)

    def manifest(self) -> list[dict[str, str]]:
        """Read every manifest there is."""
        found = sorted(self.print_folder.glob("*/*/manifest.csv"))
        return [line for file in found for line in csv.DictReader(file.read_text().splitlines())]

    def printed(self) -> list[Path]:
        """Give the PDFs that a printer would see."""
        return sorted(self.print_folder.glob("*/*/[!.]*.pdf"))


class BrokenPrinter:
    """A printer that is away."""

    def lay(self, letter: PrintedLetter) -> None:
        """Be away."""
        del letter
        raise PrinterAway


class CrashingPrinter:
    """A printer that has laid a letter and then goes away before it can say so."""

    def __init__(self, folder: Path) -> None:
        self._printer = PrintFolder(folder)

    def lay(self, letter: PrintedLetter) -> None:
        """Lay a letter, and crash."""
        self._printer.lay(letter)
        raise PrinterAway


@pytest.fixture
def desk(templates: Path, tmp_path: Path) -> Desk:
    return Desk(templates, tmp_path)


def _letter(session: Session) -> Letter:
    return session.sql.scalars(select(Letter)).one()


def _events(session: Session) -> list[str]:
    return list(session.sql.scalars(select(OutboxEvent.name).order_by(OutboxEvent.id)))


def test_a_letter_says_what_was_asked_in_the_residents_language_and_size(
    database: Database, desk: Desk
) -> None:
    with database.session("aberwen") as session:
        receipt = a_case(session)
        desk.write(session, receipt.case_id)
        letter = _letter(session)

    pdf = desk.documents.get("aberwen", letter.document or "")
    said = reading.words(pdf)
    assert "Annwyl Siân Ŵyn Jones" in said
    assert "dydd Mercher 25 Tachwedd 2026" in said
    assert "12 Stryd y Bont, Aberwen, LL99 9ZZ" in said
    assert "Page" not in said
    assert reading.codes(pdf) == [f"https://requests.aberwen.example/cy/r/{receipt.reference}"]
    assert {line.size for line in reading.lines(pdf)[-1]} <= {18, 19}
    assert (letter.languages, letter.size, letter.state) == ("cy", 18, "written")
    assert letter.pages == reading.count(pdf)


def test_a_photo_that_is_owed_is_asked_for_and_not_read_back(
    database: Database, desk: Desk
) -> None:
    with database.session("aberwen") as session:
        desk.write(session, a_case(session).case_id)
        letter = _letter(session)

    said = reading.words(desk.documents.get("aberwen", letter.document or ""))
    assert "Beth sydd ei angen arnom gennych o hyd • photo (cy)" in said
    assert said.count("photo (cy)") == 1


def test_written_twice_is_one_letter(database: Database, desk: Desk) -> None:
    with database.session("aberwen") as session:
        case_id = a_case(session).case_id
        first = desk.write(session, case_id)
    with database.session("aberwen") as session:
        again = desk.write(session, case_id)

    with database.session("aberwen") as session:
        assert first == again == _letter(session).id
        assert _events(session).count("LetterWritten") == 1


def test_a_letter_that_failed_on_the_way_leaves_nothing(database: Database, desk: Desk) -> None:
    with database.session("aberwen") as session:
        case_id = a_case(session, a_submission(your_name="李明")).case_id

    with pytest.raises(UnprintableAddress), database.session("aberwen") as session:
        desk.write(session, case_id)

    with database.session("aberwen") as session:
        assert session.sql.scalars(select(Letter)).all() == []
        assert "LetterWritten" not in _events(session)


def test_a_written_letter_lies_in_the_print_folder_with_its_line(
    database: Database, desk: Desk
) -> None:
    with database.session("aberwen") as session:
        receipt = a_case(session)
        letter_id = desk.write(session, receipt.case_id)
        desk.lay(session, letter_id)
        letter = _letter(session)

    (file,), (line,) = desk.printed(), desk.manifest()
    assert file.read_bytes() == desk.documents.get("aberwen", letter.document or "")
    assert line == {
        "reference": str(receipt.reference),
        "letter": str(letter_id),
        "edition": "1",
        "file": file.name,
        "sha256": letter.document,
        "sheets": str(letter.sheets),
        "collect_at": "",
        "kind": "acknowledge",
    }
    assert LetterState(letter.state) is LetterState.WAITING


def test_laid_twice_lies_there_once_even_on_another_day(
    database: Database, desk: Desk, clock: SettableClock
) -> None:
    with database.session("aberwen") as session:
        letter_id = desk.write(session, a_case(session).case_id)
    with pytest.raises(PrinterAway), database.session("aberwen") as session:
        desk.lay(session, letter_id, CrashingPrinter(desk.print_folder))

    clock.move(days=3)
    with database.session("aberwen") as session:
        desk.lay(session, letter_id)
        desk.lay(session, letter_id)

    assert len(desk.printed()) == len(desk.manifest()) == 1


def test_a_printer_that_is_away_is_tried_again(database: Database, desk: Desk) -> None:
    with database.session("aberwen") as session:
        letter_id = desk.write(session, a_case(session).case_id)
    with pytest.raises(PrinterAway), database.session("aberwen") as session:
        desk.lay(session, letter_id, BrokenPrinter())

    with database.session("aberwen") as session:
        desk.lay(session, letter_id)

    assert len(desk.printed()) == 1


def test_said_twice_to_be_laid_is_history_once(database: Database, desk: Desk) -> None:
    with database.session("aberwen") as session:
        letter_id = desk.write(session, a_case(session).case_id)
        for _ in range(2):
            letters.settle_laid(session, SYSTEM, letter_id)
        kinds = session.sql.scalars(select(Entry.kind)).all()

    assert kinds.count("LetterLaid") == 1


def test_each_step_is_history(database: Database, desk: Desk) -> None:
    with database.session("aberwen") as session:
        desk.lay(session, desk.write(session, a_case(session).case_id))
        kinds = session.sql.scalars(select(Entry.kind).order_by(Entry.number)).all()

    assert kinds[-2:] == ["LetterWritten", "LetterLaid"]
    assert history.verify(database).is_sound


def test_another_council_cannot_have_a_letter(database: Database, desk: Desk) -> None:
    with database.session("aberwen") as session:
        letter_id = desk.write(session, a_case(session).case_id)

    with pytest.raises(LetterNotKept), database.session("elsewhere") as session:
        desk.lay(session, letter_id)


def test_nobody_moves_a_letter_of_a_case_that_is_not_theirs(database: Database, desk: Desk) -> None:
    with database.session("aberwen") as session:
        letter_id = desk.write(session, a_case(session).case_id)

        with pytest.raises(NotAllowed):
            letters.settle_laid(session, Viewer.resident("aberwen"), letter_id)


def test_a_letter_waits_only_once_it_is_written() -> None:
    letter = Letter(state=LetterState.WANTED.value)

    with pytest.raises(NotAllowedLetterMove):
        letter.move(LetterState.WAITING)


@pytest.mark.parametrize(
    ("known", "languages", "expected"),
    [
        (None, (Language.EN, Language.CY), (Language.CY, Language.EN)),
        (Language.EN, (Language.EN, Language.CY), (Language.EN,)),
        (Language.CY, (Language.CY, Language.EN), (Language.CY,)),
        (None, (Language.EN,), (Language.EN,)),
        (Language.CY, (Language.EN,), (Language.EN,)),
    ],
)
def test_until_we_know_the_language_a_letter_is_in_all_welsh_first(
    known: Language | None, languages: tuple[Language, ...], expected: tuple[Language, ...]
) -> None:
    assert letters.languages_of(known, a_council(languages=languages)) == expected


def test_the_home_is_where_the_letter_goes(database: Database, desk: Desk) -> None:
    with database.session("aberwen") as session:
        desk.write(session, a_case(session).case_id)

        assert _letter(session).address == {
            "line1": HOME["line1"],
            "town": HOME["town"],
            "postcode": HOME["postcode"],
        }
