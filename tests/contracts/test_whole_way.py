"""What a resident may rely on, whole way and from outside, the same at both sizes."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.letters import reading
from tests.provision.installation import Install, Installation
from tests.provision.resident import Resident, a_resident_submits, wishes
from tests.provision.visitor import Visitor

_POSTCODE = "LL99 9ZZ"
_SERVICES = ("missed-bin", "bulky-waste", "blue-badge")


@pytest.mark.promise("P1")
@pytest.mark.promise("P4")
def test_every_service_asked_by_letter_becomes_one_case_and_one_letter_as_it_was_wished(
    installation: Installation,
) -> None:
    installation.start_all()

    shown = {
        a_resident_submits(installation.url, service=service, language=language, size=size): size
        for service in _SERVICES
        for language, size in (("cy", 18), ("en", 14))
    }
    installation.settle()

    installation.demand_sound(list(shown))
    letters = installation.ledger.rows("SELECT reference, size FROM v_letters")
    assert {row["reference"]: row["size"] for row in letters} == shown
    for line in installation.ledger.manifest():
        said = reading.words(Path(line["file"]).read_bytes())
        assert _grouped(line["reference"]) in said
        assert "Llŷr Ŵyn" in said


def test_a_request_can_be_looked_up_after_everything_was_stopped_and_started_again(
    installation: Installation,
) -> None:
    running = installation.start_all()
    reference = a_resident_submits(installation.url, language="en")
    installation.settle()
    assert {program.stop() for program in running} == {0}

    installation.start_all()

    found = _look_up(installation, reference, _POSTCODE)
    assert _grouped(reference) in found
    wrong = _look_up(installation, reference, "LL99 9ZY")
    absent = _look_up(installation, "10000000146", _POSTCODE)
    assert _grouped(reference) not in wrong.replace(reference, "")
    assert _without_what_was_typed(wrong) == _without_what_was_typed(absent)


@pytest.mark.promise("P1")
def test_both_sizes_make_the_same_of_the_same_request(
    install: Install, postgres_url: str, redis_url: str
) -> None:
    small, large = install(), install(postgres_url, redis_url)
    assert large.command("migrate").returncode == 0

    made = [_made_of_one_request(here) for here in (small, large)]

    assert made[0] == made[1]
    assert set(made[0]) == {"v_arrivals", "v_cases", "v_letters", "v_messages"}


def _made_of_one_request(here: Installation) -> Mapping[str, list[dict[str, object]]]:
    """Give what one request became, without what chance and the clock decide."""
    here.start_all()
    resident = Resident(Visitor(here.url), "bulky-waste", told=wishes(language="cy"))
    reference = resident.submit()
    here.settle()
    here.demand_sound([reference])
    return {
        view: [
            {name: str(value) for name, value in row.items() if _is_decided_by_us(name)}
            for row in here.ledger.rows(f"SELECT * FROM {view}")  # noqa: S608 (names of our own)
        ]
        for view in ("v_arrivals", "v_cases", "v_letters", "v_messages")
    }


def _is_decided_by_us(column: str) -> bool:
    chance = {"id", "external_id", "reference", "sha256", "urgent"}
    return column not in chance and not column.endswith("_at")


def _grouped(reference: str) -> str:
    return f"{reference[:4]} {reference[4:7]} {reference[7:]}"


def _look_up(here: Installation, reference: str, fact: str) -> str:
    visitor = Visitor(here.url)
    page = visitor.get("/en/track")
    found = visitor.post(page, page.forms[-1], {"reference": reference, "fact": fact})
    return found.words


def _without_what_was_typed(words: str) -> list[str]:
    return [word for word in words.split() if not word.isdigit()]
