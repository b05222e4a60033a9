"""What can be told of a service before its first question."""

from hub import interview
from hub.values import Language
from tests.builders.requests import a_choice, a_question, a_service


def test_what_everybody_is_asked_is_told_and_what_some_are_asked_is_not() -> None:
    service = a_service(
        a_choice("bin", "refuse", "garden", "needles"),
        a_question("permit", "words", only_if={"bin": "garden"}),
    )

    told = [label.to(Language.EN) for label in interview.always_asked(service)]

    assert told == ["bin", "home", "photo"]


def test_the_privacy_notice_is_told_of_every_question_once() -> None:
    service = a_service(
        a_choice("bin", "refuse", "garden", "needles"),
        a_question("permit", "words", only_if={"bin": "garden"}),
    )

    told = interview.everything_asked(service)

    assert [label.to(Language.EN) for label in told.always][:2] == ["bin", "home"]
    assert "permit" in [label.to(Language.EN) for label in told.sometimes]
    assert [label.to(Language.EN) for label in told.files] == ["photo"]
