"""A draft that is saved is taken up with its code, by nobody else, and in its own council alone."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from hub import drafts, people
from hub.drafts import CodeBy, CodeFor, Draft, UnknownCode, UnknownDraft
from hub.people import Contact
from hub.staff import Viewer
from hub.store import Database, Session
from hub.values import Channel, EmailAddress, Language, PhoneNumber, SaveCode, WrongValue
from tests.builders.requests import MISSED_BIN, MONDAY

SYSTEM = Viewer.system("aberwen")
MOBILE = PhoneNumber.parse("07700 900982")
SECRET = "a secret of forty characters, for a test"
TOLD = CodeFor(
    by=CodeBy.EMAIL, language=Language.EN, size=14, email=EmailAddress("ann@example.com")
)


def a_saved_draft(session: Session, told: CodeFor = TOLD) -> tuple[str, SaveCode]:
    door = (Channel.WEB, Language.CY, MONDAY.date())
    viewer = Viewer.resident(session.council)
    token = drafts.start(session, viewer, MISSED_BIN, door=door)
    saved = drafts.save(session, drafts.take(session, token), told, secret=SECRET)
    return token, saved.code


def proved(session: Session, code: SaveCode, fact: str = "ann@example.com") -> Draft:
    return drafts.prove(session, code=code, fact=fact, secret=SECRET)


def test_a_draft_that_moved_is_opened_by_its_new_word_alone(database: Database) -> None:
    with database.session("aberwen") as session:
        old, code = a_saved_draft(session)
        new = drafts.move(session, proved(session, code))

    with database.session("aberwen") as session:
        found = drafts.find(session, new)
        with pytest.raises(UnknownDraft):
            drafts.find(session, old)

    assert found.is_saved


def test_the_code_serves_again_until_the_draft_ends(database: Database) -> None:
    with database.session("aberwen") as session:
        _, code = a_saved_draft(session)
        words = [drafts.move(session, proved(session, code)) for _ in range(2)]

        assert drafts.find(session, words[1]).is_saved


def test_who_comes_back_while_the_draft_is_discarded_waits_and_then_opens_nothing(
    database: Database,
) -> None:
    with database.session("aberwen") as session:
        token, code = a_saved_draft(session)

    def come_back() -> None:
        with database.session("aberwen") as session:
            proved(session, code)

    with ThreadPoolExecutor(1) as pool:
        with database.session("aberwen") as session:
            drafts.take(session, token)
            coming = pool.submit(come_back)
            time.sleep(0.5)  # until they wait for the draft
            drafts.discard(session, token)

        with pytest.raises(UnknownCode):
            coming.result(timeout=20)


@pytest.mark.parametrize("others", [0, 1])
def test_what_a_carrier_said_of_a_number_goes_with_the_last_draft_that_told_it(
    database: Database, others: int
) -> None:
    by_text = CodeFor(by=CodeBy.TEXT, language=Language.EN, size=14, mobile=MOBILE)
    with database.session("aberwen") as session:
        tokens = [a_saved_draft(session, by_text)[0] for _ in range(others + 1)]
        people.mark_unreachable(session, SYSTEM, MOBILE, door=Channel.SMS)

        drafts.discard(session, tokens[0])

        assert people.may_write_to(session, SYSTEM, MOBILE) is (others == 0)
        assert len(session.sql.scalars(select(Contact.reached_at)).all()) == others


def test_another_council_opens_nothing_with_it(database: Database) -> None:
    with database.session("aberwen") as session:
        _, code = a_saved_draft(session)

    with database.session("elsewhere") as session, pytest.raises(UnknownCode):
        proved(session, code)


@pytest.mark.parametrize("fact", ["", "ann@example.org", "LL99 9ZZ", "\ud800", "x" * 100_000])
def test_a_wrong_fact_opens_nothing(database: Database, fact: str) -> None:
    with database.session("aberwen") as session:
        _, code = a_saved_draft(session)

        with pytest.raises(UnknownCode):
            proved(session, code, fact)


def test_a_code_is_another_for_each_draft_and_shows_itself_in_no_log(database: Database) -> None:
    with database.session("aberwen") as session:
        codes = [a_saved_draft(session)[1] for _ in range(3)]

    assert len({code.digits for code in codes}) == 3
    assert not any(code.digits in repr(code) for code in codes)


def test_each_single_slip_and_each_swap_of_neighbours_is_found() -> None:
    digits = SaveCode.of(12345678901234).digits
    slips = {
        digits[:at] + other + digits[at + 1 :]
        for at in range(16)
        for other in "0123456789"
        if other != digits[at]
    }
    swaps = {
        digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
        for at in range(15)
        if digits[at] != digits[at + 1]
    }

    for wrong in slips | swaps:
        with pytest.raises(WrongValue):
            SaveCode(wrong)


@pytest.mark.parametrize("words", ["123456789012", "1234 5678-9012.", " 1234 56789012 "])
def test_a_code_is_read_however_it_is_spaced(words: str) -> None:
    code = SaveCode.of(12345678901234)

    parsed = SaveCode.parse(words + code.digits[-4:])

    assert parsed.shown == f"1234 5678 9012 {code.digits[-4:]}"


def test_under_another_secret_the_old_code_is_void_and_saving_again_makes_a_new_one(
    database: Database,
) -> None:
    with database.session("aberwen") as session:
        token, old = a_saved_draft(session)
        new = drafts.save(session, drafts.take(session, token), TOLD, secret="another")

        found = drafts.prove(session, code=new.code, fact="ann@example.com", secret="another")
        with pytest.raises(UnknownCode):
            drafts.prove(session, code=old, fact="ann@example.com", secret="another")

    assert new.is_new
    assert found.is_saved
