"""What an interview comes to: the fee, the dangers, what is owed, how to answer."""

from hub import interview
from hub.catalogue.definition import Danger, Fee, FeeRule, Kind, Meaning
from hub.values import Language
from tests.builders.conditions import when
from tests.builders.givens import ASKED_ON
from tests.builders.interviews import an_interview
from tests.builders.questions import a_question, a_text
from tests.builders.services import a_group, a_service, about_you

WHAT = a_question("what", Kind.CHOICE)
CONCESSION = a_question("concession", Kind.YES_NO)
SAY = a_text("There is a fee.")
FEE = Fee(
    (
        FeeRule(0, SAY, when=when("what", "blue")),
        FeeRule(500, SAY, when=when("what", "green"), per="things"),
        FeeRule(2500, SAY, when=when("what", "red")),
    )
)
HOME = {"line1": "12 Stryd y Bont", "line2": "", "town": "Aberwen", "postcode": "LL99 9ZZ"}


def test_the_first_rule_that_holds_sets_the_fee() -> None:
    service = a_service(WHAT, fee=FEE)

    red = interview.fee(an_interview(service, {"what": "red"}))
    blue = interview.fee(an_interview(service, {"what": "blue"}))

    assert red is not None
    assert red.pence == 2500
    assert blue is not None
    assert blue.pence == 0
    assert interview.fee(interview.begin(service, ASKED_ON)) is None
    assert interview.fee(interview.begin(a_service(WHAT), ASKED_ON)) is None


def test_a_fee_by_the_round_is_due_for_each() -> None:
    service = a_service(WHAT, a_group(a_question("thing", Kind.WORDS)), fee=FEE)
    said = {"what": "green", "things.1.thing": "sofa", "things.1.another": "yes"}

    due = interview.fee(an_interview(service, {**said, "things.2.thing": "bed"}))

    assert due is not None
    assert due.pence == 1000


def test_signs_of_danger_show() -> None:
    danger = Danger(id="needles", when=when("what", "red"), say=a_text("Ring now."), ring="999")
    service = a_service(WHAT, dangers=(danger,))

    assert interview.dangers(an_interview(service, {"what": "red"})) == (danger,)
    assert interview.dangers(an_interview(service, {"what": "blue"})) == ()


def test_what_follows_later_is_owed_as_long_as_it_applies() -> None:
    photo = a_question("photo", Kind.FILE, only_if=when("what", "red"))
    held = an_interview(a_service(WHAT, photo), {"what": "red", "photo": {"later": "yes"}})

    assert interview.owed(held) == ("photo",)
    assert interview.owed(interview.answer(held, "what", "blue")) == ()
    assert interview.owed(interview.answer(held, "photo", ["a" * 64])) == ()


def test_the_hub_understands_what_it_must() -> None:
    home = a_question("home", Kind.ADDRESS, means=Meaning.HOME)
    held = an_interview(
        a_service(home, *about_you(has_home=True)),
        {"home": HOME, "your_name": "Non", "answer_by": "letter", "write_here": "yes"},
    )

    assert interview.meant(held, Meaning.HOME) == HOME
    assert interview.meant(held, Meaning.NAME) == "Non"
    assert interview.meant(held, Meaning.WRITE_HERE) is True
    assert interview.meant(held, Meaning.POST_TO) is None
    assert interview.is_complete(held)


def test_a_question_says_the_home_that_was_given() -> None:
    home = a_question("home", Kind.ADDRESS, means=Meaning.HOME)
    held = an_interview(
        a_service(home, *about_you(has_home=True)),
        {"home": {**HOME, "line1": "Tŷ {n} & <b>"}, "your_name": "Non", "answer_by": "letter"},
    )

    asked = interview.next_step(held)

    assert asked is not None
    assert asked.ask.to(Language.EN) == "Shall we write to Tŷ {n} & <b>, Aberwen, LL99 9ZZ?"


def test_what_is_unknown_or_left_out_has_no_meaning() -> None:
    phone = a_question("phone", Kind.PHONE, means=Meaning.PHONE, may_be_unknown=True, optional=True)
    service = a_service(phone)

    assert interview.meant(an_interview(service, {"phone": ""}), Meaning.PHONE) is None
    unknown = an_interview(service, {"phone": {"unknown": "yes"}})
    assert interview.meant(unknown, Meaning.PHONE) is None


def test_a_meaning_that_does_not_apply_is_not_understood() -> None:
    email = a_question("email", Kind.EMAIL, means=Meaning.EMAIL, only_if=when("what", "red"))
    held = an_interview(a_service(WHAT, email), {"what": "red", "email": "non@example.com"})

    changed = interview.answer(held, "what", "blue")

    assert interview.meant(held, Meaning.EMAIL) == "non@example.com"
    assert interview.meant(changed, Meaning.EMAIL) is None
