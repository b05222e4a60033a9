"""For whom it is asked, as the answers say it."""

from hub import interview
from hub.catalogue import Catalogue
from hub.catalogue.definition import Meaning, Question
from hub.councils import Councils
from hub.interview import Agreed
from tests.builders.helping import FOR_MEGAN, PERSON, TEMPLATES, UNASKED
from tests.builders.letters import ASKED_ON, answered

_SERVICE = Catalogue.read(TEMPLATES, Councils.read(TEMPLATES / "councils")).service(
    "aberwen", "missed-bin"
)


def test_who_asks_for_themselves_asks_on_nobodys_behalf() -> None:
    told = interview.on_behalf(answered(_SERVICE, {"for_whom": "me"}))

    assert told is None


def test_a_person_is_told_with_what_was_said_of_their_consent() -> None:
    asked = answered(_SERVICE, FOR_MEGAN)

    told = interview.on_behalf(asked)

    assert told
    assert (told.person, told.agreed, told.is_doubtful) == (PERSON, Agreed.AGREES, False)
    assert len(interview.consent_said(asked)) == 2


def test_what_nobody_knows_and_an_unnamed_reason_are_doubtful() -> None:
    unasked = interview.on_behalf(answered(_SERVICE, UNASKED))
    other = interview.on_behalf(
        answered(_SERVICE, {**FOR_MEGAN, "agreed": "cannot", "ground": "other"})
    )

    assert unasked
    assert other
    assert unasked.is_doubtful
    assert other.is_doubtful


def test_answers_about_another_are_set_aside_when_it_is_for_oneself_after_all() -> None:
    asked = interview.answer(answered(_SERVICE, FOR_MEGAN), "for_whom", "me")

    assert interview.on_behalf(asked) is None
    assert not {"person", "stands", "agreed", "answer_to"} & interview.applicable(asked).keys()


def test_a_draft_of_before_keeps_its_answers_and_is_asked_for_whom_it_is() -> None:
    whole = answered(_SERVICE, {"for_whom": "me"})
    answers = {path: said for path, said in whole.answers.items() if path != "for_whom"}
    kept = {"version": "older", "asked_on": ASKED_ON.isoformat(), "answers": answers}

    moved = interview.resume(_SERVICE, kept, ASKED_ON)

    following = interview.next_step(moved)
    assert following
    assert isinstance(following.question, Question)
    assert following.question.means is Meaning.FOR_WHOM
    assert moved.answers == answers
