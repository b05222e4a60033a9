import re
from itertools import takewhile

from sqlalchemy import select

from channels.pages import House
from hub import drafts
from hub.catalogue.definition import Kind
from hub.history import Entry
from tests.provision.time_and_chance import SettableClock
from tests.web.answers import EVERYTHING
from tests.web.conftest import At
from tests.web.visitor import Visitor, finish, said


def test_everything_that_can_be_asked_can_be_answered_read_over_and_sent(visitor: Visitor) -> None:
    way = visitor.answer_until(visitor.begin("try-everything"), EVERYTHING)

    check = visitor.open(way[-1]).text
    done = visitor.submit("try-everything").text

    assert all(words in check for words in ("£12.50", "1 February 2026", "Sofa", "07700 900123"))
    assert re.search(r'class="reference">\d{4} \d{3} \d{4}<', done)


def test_every_kind_of_question_is_walked_by_these_tests(house: House) -> None:
    service = house.catalogue.service("aberwen", "try-everything")
    kinds = {
        question.kind
        for step in service.steps
        for question in getattr(step, "questions", (step,))
        if hasattr(question, "kind")
    }

    assert kinds | {Kind.EMAIL, Kind.BOOKING} == set(Kind)  # days: test_booking.py


def test_the_confirmation_says_the_promise_what_is_owed_the_fee_and_how_we_answer(
    visitor: Visitor, house: House
) -> None:
    finish(visitor, house, EVERYTHING)

    done = visitor.submit("try-everything").text

    assert "We answer by Monday 30 November 2026." in done
    assert "Picture" in done
    assert "You have to pay £25." in done
    assert "in large print" in done
    assert "We read what you wrote." in done


def test_sending_twice_shows_the_same_reference(visitor: Visitor, house: House) -> None:
    finish(visitor, house, EVERYTHING)
    token = visitor.token("/en/report/try-everything/check")
    visitor.open("/en/report/try-everything/check")

    first = visitor.send("/en/report/try-everything/send", {}, token=token)
    again = visitor.send("/en/report/try-everything/send", {}, token=token)

    assert first.headers["Location"] == again.headers["Location"]
    assert _reference(visitor.open(first.headers["Location"]).text)


def test_an_answer_changed_after_sending_shows_the_first_reference_and_keeps_what_was_typed(
    visitor: Visitor, house: House
) -> None:
    finish(visitor, house, EVERYTHING)
    story = "/en/report/try-everything/story"
    reference = _reference(visitor.submit("try-everything").text)

    late = visitor.send(story, said("I forgot the cat"))

    assert late.status_code == 409
    assert reference in late.text
    assert "I forgot the cat" in late.text
    assert "To add or change something" in late.text


def test_a_question_opened_after_sending_leads_to_the_confirmation(
    visitor: Visitor, house: House
) -> None:
    finish(visitor, house, EVERYTHING)
    visitor.submit("try-everything")

    opened = visitor.open("/en/report/try-everything/hurt")

    assert opened.headers["Location"] == "/en/report/try-everything/done"


def test_going_back_shows_what_was_answered(visitor: Visitor, house: House) -> None:
    finish(visitor, house, EVERYTHING)

    weight = visitor.open("/en/report/try-everything/weight").text
    since = visitor.open("/en/report/try-everything/since").text

    assert 'name="answer" value="5"' in weight
    assert 'name="year" value="2026"' in since


def test_a_changed_answer_leads_back_to_the_answers(visitor: Visitor, house: House) -> None:
    finish(visitor, house, EVERYTHING)

    after = visitor.answer("/en/report/try-everything/weight", said("7"))

    assert after == "/en/report/try-everything/check"
    assert "<dd>7</dd>" in visitor.open(after).text


def test_a_change_that_raises_a_question_asks_it(visitor: Visitor, house: House) -> None:
    finish(visitor, house, EVERYTHING)

    after = visitor.answer("/en/report/try-everything/write_here", said("no"))

    assert after == "/en/report/try-everything/post_to"


def test_a_round_can_be_taken_away(visitor: Visitor, house: House) -> None:
    finish(visitor, house, EVERYTHING)

    after = visitor.answer("/en/report/try-everything/things.1.another", {"remove": "1"})

    check = visitor.open(after).text
    assert "Sofa" not in check
    assert "Bed" in check
    assert "You have to pay £12.50." in check


def test_signs_of_danger_stand_on_every_page_that_follows(visitor: Visitor) -> None:
    way = visitor.answer_until(visitor.begin("try-everything"), EVERYTHING)

    pages = [visitor.open(address).text for address in way[1:]]
    done = visitor.submit("try-everything").text

    assert all('href="tel:999"' in page and 'role="region"' in page for page in (*pages, done))


def test_without_a_sign_there_is_no_warning(visitor: Visitor) -> None:
    first = visitor.begin("try-everything")

    second = visitor.open(visitor.answer(first, said("no"))).text

    assert "danger" not in second


def test_an_optional_question_says_so_and_may_be_left_out(visitor: Visitor) -> None:
    way = visitor.answer_until(visitor.begin("try-everything"), EVERYTHING, last="smells")

    page = visitor.open(way[-1]).text
    after = visitor.answer(way[-1], {})

    assert "(optional)" in page
    assert after.endswith("/label")


def test_a_stop_says_why_what_instead_and_how_to_ask_all_the_same(visitor: Visitor) -> None:
    way = visitor.answer_until(visitor.begin("try-everything"), EVERYTHING, last="no_lid")

    page = visitor.open(way[-1]).text

    assert "We only mend lids." in page
    assert "Ask for a new one." in page
    assert "We can look at it all the same." in page


def test_a_stop_names_the_home_that_was_given(visitor: Visitor, house: House) -> None:
    told = {**EVERYTHING, "colour": said("brown")}
    before = dict(takewhile(lambda answer: answer[0] != "picture", told.items()))
    finish(visitor, house, {path: form for path, form in before.items() if path != "no_lid"})

    page = visitor.open("/en/report/try-everything/brown_there").text

    for words in ("There are no brown lids at", "Ask at", "We can come to"):
        assert f"{words} 1 High Street" in page


def test_what_is_wrong_and_not_known_stand_within_the_question(visitor: Visitor, at: At) -> None:
    page = visitor.send(at("since"), {"day": "31", "month": "2", "year": "2026"}).text

    question = page[page.index("<fieldset") : page.index("</fieldset>")]
    assert 'aria-describedby="answer-hint day-wrong"' in question
    assert 'name="unknown"' in question


def test_answers_read_over_too_early_lead_to_the_next_question(visitor: Visitor) -> None:
    visitor.begin("try-everything")

    check = visitor.open("/en/report/try-everything/check")

    assert check.headers["Location"].endswith("/hurt")


def test_a_request_sent_too_early_leads_to_the_next_question(visitor: Visitor) -> None:
    first = visitor.begin("try-everything")

    sent = visitor.send("/en/report/try-everything/send", {}, page=first)

    assert sent.headers["Location"].endswith("/hurt")


def test_a_request_begun_in_english_can_be_finished_in_welsh(
    visitor: Visitor, house: House
) -> None:
    finish(visitor, house, EVERYTHING)

    check = visitor.open("/cy/report/try-everything/check").text
    done = visitor.submit("try-everything", "cy").text

    assert "Gwiriwch eich atebion" in check
    assert "Mae eich cais gennym ni" in done


def test_a_request_can_be_begun_again_beside_the_one_kept(visitor: Visitor) -> None:
    way = visitor.answer_until(visitor.begin("try-everything"), EVERYTHING, last="story")

    start = visitor.open("/en/report/try-everything").text
    pressed = visitor.onward(visitor.send("/en/report/try-everything", {}))
    anew = visitor.onward(visitor.send("/en/report/try-everything", {"anew": "yes"}))

    assert "Go on where you stopped" in start
    assert 'name="anew" value="yes"' in start
    assert pressed == way[-1]
    assert anew == way[0]


def _reference(page: str) -> str:
    found = re.search(r'class="reference">([\d ]+)<', page)
    assert found
    return found[1]


def test_after_a_request_was_sent_the_next_one_begins_without_its_answers(
    visitor: Visitor, house: House
) -> None:
    finish(visitor, house, EVERYTHING)
    visitor.submit("try-everything")

    start = visitor.open("/en/report/try-everything").text
    anew = visitor.open(visitor.begin("try-everything")).text

    assert "Go on where you stopped" not in start
    assert " checked" not in anew


def test_the_confirmation_can_be_opened_again(visitor: Visitor, house: House) -> None:
    finish(visitor, house, EVERYTHING)
    first = visitor.submit("try-everything")

    again = visitor.open("/en/report/try-everything/done")

    assert _reference(again.text) == _reference(first.text)


def test_whoever_opens_the_confirmation_leaves_a_line_in_the_history(
    visitor: Visitor, house: House
) -> None:
    finish(visitor, house, EVERYTHING)
    visitor.submit("try-everything")

    visitor.open("/en/report/try-everything/done")

    with house.database.reading("aberwen") as session:
        kinds = session.sql.scalars(select(Entry.kind)).all()
    assert kinds.count("CaseRead") == 2


def test_a_draft_that_was_let_go_is_not_offered_again(
    visitor: Visitor, house: House, clock: SettableClock
) -> None:
    finish(visitor, house, EVERYTHING)
    with house.database.session("aberwen") as session:
        drafts.lapse(session, before=clock.move(days=30))

    sent = visitor.send("/en/report/try-everything/send", {})
    start = visitor.open("/en/report/try-everything").text

    assert sent.status_code == 410
    assert "We no longer have these answers" in sent.text
    assert "Go on where you stopped" not in start
    assert visitor.begin("try-everything").endswith("/hurt")
