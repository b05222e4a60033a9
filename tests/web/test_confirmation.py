"""The confirmation says with what the request is opened again."""

from channels.pages import House
from tests.web.answers import EVERYTHING
from tests.web.visitor import Visitor, finish, said

_OF_A_LETTER = ("write_here", "letter_size")


def test_the_confirmation_says_what_opens_a_request_that_is_answered_by_letter(
    visitor: Visitor, house: House
) -> None:
    finish(visitor, house, EVERYTHING)

    done = visitor.submit("try-everything").text

    assert "you need it, and your postcode." in done


def test_the_confirmation_says_what_opens_a_request_that_is_answered_by_email(
    visitor: Visitor, house: House
) -> None:
    by_email = {"answer_by": said("e-mail"), "email": said("ann@example.com")}
    others = {path: form for path, form in EVERYTHING.items() if path not in _OF_A_LETTER}
    finish(visitor, house, {**others, **by_email})

    done = visitor.submit("try-everything").text

    assert "you need it, and your e-mail address." in done
