"""A question is answered in its own words: its yes, its no, and that one does not know."""

import re

import pytest

from channels.pages import House
from tests.web.answers import EVERYTHING
from tests.web.visitor import Visitor, finish, said


def test_i_do_not_know_is_an_answer_where_it_is_offered(visitor: Visitor) -> None:
    first = visitor.begin("try-everything")

    second = visitor.answer(first, said("?"))

    assert second.endswith("/colour")
    assert 'value="?" checked' in visitor.open(first).text


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("things.1.heavy", ["Ydy", "Nac ydy"]),
        ("things.1.another", ["Oes", "Nac oes"]),
        ("hurt", ["Ie", "Na", "Nid wyf yn gwybod"]),
        ("truth", ["A yw hyn i gyd yn wir?"]),
    ],
)
def test_a_question_is_answered_in_its_own_words_for_yes_and_no(
    visitor: Visitor, house: House, path: str, words: list[str]
) -> None:
    finish(visitor, house, EVERYTHING)

    page = visitor.open(f"/cy/report/try-everything/{path}").text

    assert re.findall(r'<label for="answer[-\d]*">(.*?)</label>', page) == words


def test_answers_are_read_over_in_their_questions_own_words(visitor: Visitor, house: House) -> None:
    finish(visitor, house, EVERYTHING)

    check = visitor.open("/cy/report/try-everything/check").text

    assert re.findall(r"<dd>((?:Nac )?[Yy]dy)</dd>", check) == ["Ydy", "Nac ydy"]
