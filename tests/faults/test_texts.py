import pytest

from tests.builders.requests import asked_of_running
from tests.provision.installation import Install, Installation
from tests.provision.programs import wait_until
from tests.provision.promises import Figures
from tests.provision.twilio_server import ACCOUNT, TOKEN, Twilio, twilio_server


def with_texts(install: Install, twilio: Twilio) -> Installation:
    here = install()
    here.more |= {
        "HUB_TWILIO_URL": twilio.url,
        "HUB_TWILIO_ACCOUNT": ACCOUNT,
        "HUB_TWILIO_TOKEN": TOKEN,
        "HUB_TWILIO_FROM": "+447700900001",
    }
    return here


def texts(here: Installation) -> list[tuple[object, object]]:
    return [(row["way"], row["state"]) for row in here.ledger.rows("SELECT * FROM messages")]


@pytest.mark.promise("P4")
def test_a_worker_that_dies_between_the_sending_and_the_writing_sends_one_text(
    install: Install, figure: Figures
) -> None:
    times = figure(ci=2, proof=50, of="workers killed with a text in hand")
    with twilio_server() as twilio:
        here = with_texts(install, twilio)
        program = here.serve()
        for number in range(1, times + 1):
            twilio.once_taken = program.kill
            mobile = f"07700 9009{number:02}"
            asked_of_running(here.database_url, mobile, answer_by="text", mobile=mobile)
            wait_until(lambda: not program.is_alive, what="the kill", seconds=30)
            here.start_again(program)
            wait_until(
                lambda: texts(here).count(("text", "sent")) == number,  # noqa: B023 (called at once)
                what="the text is written down",
                seconds=60,
            )

        assert len(twilio.taken) == times


@pytest.mark.promise("P4")
def test_a_text_whose_answer_was_lost_is_one_text(install: Install) -> None:
    with twilio_server() as twilio:
        here = with_texts(install, twilio)
        here.more["HUB_PUBLIC_URL"] = here.url
        twilio.faults = ["nonsense", "nonsense", (500, 20500)]
        here.serve()
        asked_of_running(here.database_url, "one", answer_by="text", mobile="07700 900982")
        wait_until(lambda: texts(here) == [("text", "sent")], what="the text", seconds=60)

        assert len(twilio.taken) == 1
