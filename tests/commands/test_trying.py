"""A service played in the terminal, as a web officer plays it: nothing is kept anywhere."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import main
from tests.builders.logs import kept_logs
from tests.catalogue.written import BINS, a_folder

BROWN = "2\n12345678\n3\nA box\nno\n1 High St, Aberwen, LL99 9ZZ\nMair Jones\nyes\n2\n"
TYPED = {
    "a NUL": "\x00\n",
    "pictures": "💩\n" * 40,
    "slashes": "/\n//\n/change\n",
    "commas": ",\n,,,,\n" * 9,
}


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Give templates with the small service."""
    templates = a_folder(tmp_path / "templates")
    for folder in ("letters", "words", "web"):
        (templates / folder).symlink_to(Path(main.__file__).parent / "templates" / folder)
    return templates


def play(own: Path, typed: str, *words: str, service: str = "bins") -> Result:
    environ = {"HUB_DATA": str(own.parent / "data"), "HUB_TEMPLATES": str(own)}
    asked = ["try", service, "--on", "2026-11-23", *words]
    with kept_logs():
        return CliRunner().invoke(main.command, asked, input=typed, env=environ)


def test_a_service_is_played_to_its_end_and_nothing_is_kept(own: Path) -> None:
    result = play(own, f"{BROWN}/send\n")

    assert result.exit_code == 0
    said = result.output
    assert "  answer by: Wednesday 25 November 2026 (2 working days)" in said
    assert "  team: garden-waste (rule 1: bin equal brown)" in said
    assert "  fee: £1 (Each; pay by counter, phone, cheque)" in said
    assert said.endswith("Nothing was kept.\n")
    assert not (own.parent / "data").exists()


def test_each_question_is_asked_in_both_languages_or_in_one(own: Path) -> None:
    both, one = play(own, ""), play(own, "", "--language", "cy")

    assert "en: Which bin?\ncy: Pa fin?\n" in both.output
    assert "Pa fin?" in one.output
    assert "Which bin?" not in one.output


def test_the_language_is_changed_on_the_way(own: Path) -> None:
    result = play(own, "/cy\n1\n/en\n")

    first, _, rest = result.output.partition("(its number)")
    assert "en: Which bin?" in first
    assert "Which bin?" not in rest
    assert "How many?" in rest


def test_an_answer_that_cannot_be_taken_is_told_and_asked_again(own: Path) -> None:
    result = play(own, "9\n2\n123\n")

    assert result.output.count("cy: Pa fin?") == 2
    assert "-> en: " in result.output
    assert result.output.count("en: Which permit?") == 2


def test_one_may_go_back_and_sees_what_was_answered(own: Path) -> None:
    result = play(own, "2\n/back\n1\n")

    _, _, after = result.output.partition("Which permit?")
    assert "so far: en: Brown" in after
    assert "How many?" in after


def test_before_the_first_question_there_is_none(own: Path) -> None:
    assert play(own, "/back\n").output.count("en: Which bin?") == 2


def test_an_answer_is_changed_from_the_check_page(own: Path) -> None:
    result = play(own, f"{BROWN}/change 1\n1\n/send\n")

    (before, after) = result.output.split("Check your answers")[1:]
    assert "Bin?: Brown" in before.replace("Which bin?", "Bin?")
    assert "12345678" not in after
    assert "  team: waste-collections (no rule held)" in after


def test_from_the_check_page_one_may_go_back(own: Path) -> None:
    result = play(own, f"{BROWN}/back\n")

    assert result.output.count("en: Which language?") == 2


def test_a_sign_of_danger_is_told_once_and_at_once(own: Path) -> None:
    result = play(own, "3\n2\n")

    assert result.output.count("!! 01632 960001") == 1


def test_a_stop_ends_the_request_and_one_may_go_back(own: Path) -> None:
    result = play(own, "1\n9\nA box\nno\nyes\n/back\n")

    assert "en: Too many." in result.output
    assert "-> The request ends here. /back goes back." in result.output
    assert "/send" not in result.output.partition("Too many.")[0]


def test_words_of_the_player_that_do_not_fit_are_explained(own: Path) -> None:
    result = play(own, f"/send\n/dance\n{BROWN}/change 99\nhello\n/change x\n")

    assert result.output.count("-> /back, /check, /change 1") == 3
    assert "There is no such answer" in result.output
    assert "Write /send" in result.output


@pytest.mark.parametrize("door", ["sms", "phone", "paper"])
def test_a_door_that_is_not_built_is_refused_in_one_sentence(own: Path, door: str) -> None:
    result = play(own, "", "--by", door)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        f"hub: There is no {door} door yet to be tried. Try the service --by web.\n"
    )


def test_a_service_that_nobody_offers_yet_can_be_tried(own: Path) -> None:
    spare = own / "services" / "spare.yaml"
    spare.write_text(BINS.replace("service: bins", "service: spare"), encoding="utf-8")

    assert "en: Which bin?" in play(own, "", service="spare").output


def test_a_service_that_is_not_there_is_refused(own: Path) -> None:
    result = play(own, "", service="../councils/aberwen/council")

    assert result.exit_code == 70
    assert result.stderr.startswith("hub: There is no such service.")


def test_a_service_with_a_mistake_is_refused_with_its_line(own: Path) -> None:
    bins = own / "services" / "bins.yaml"
    bins.write_text(BINS.replace("kind: digits", "kind: digit"), encoding="utf-8")

    result = play(own, "")

    assert result.exit_code == 65
    assert "services/bins.yaml:" in result.stderr


@pytest.mark.parametrize("typed", TYPED.values(), ids=TYPED.keys())
def test_whatever_is_typed_there_is_no_traceback(own: Path, typed: str) -> None:
    result = play(own, f"{typed}{BROWN}{typed}")

    assert result.exit_code == 0
    assert result.exception is None
