"""The services in the library: complete, in plain words, in both languages."""

import re
from collections.abc import Iterator
from pathlib import Path
from statistics import mean

import pytest

from hub import files
from hub.catalogue import Catalogue, Service
from hub.catalogue.definition import (
    Hint,
    Kind,
    Meaning,
    Period,
    Question,
    Several,
    Stop,
    Unit,
)
from hub.councils import Councils
from hub.files import Part, Proof
from hub.values import LARGEST_SIZE, SMALLEST_SIZE, Language
from tests.catalogue.written import TEMPLATES

SERVICES = [
    "missed-bin",
    "garden-waste",
    "pothole",
    "housing-repair",
    "council-tax-move",
    "bulky-waste",
    "fly-tipping",
    "street-light",
    "blue-badge",
    "single-person-discount",
    "parking-permit",
    "pest-control",
    "noise",
    "assisted-bin-collection",
    "complaint",
]
# The police, Natural Resources Wales, the gas emergency line, Live Fear Free.
NATIONAL = {"999", "0300 065 3000", "0800 111 999", "0808 80 10 800"}
IN_THE_STREET = {"pothole", "fly-tipping", "street-light"}
CALM = {"garden-waste", "parking-permit"}  # nothing in these can hurt anyone before we answer
FILES = sorted((TEMPLATES / "services").glob("*.yaml"))
LATIN = re.compile(r"\b(e\.?g\.?|i\.?e\.?|etc|via|per annum|NB|vice versa)\b")
MOST_WORDS = 25
MEAN_WORDS = 20


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    councils = Councils.read(TEMPLATES / "councils")
    return Catalogue.read(TEMPLATES, councils, letters={"received"})


@pytest.fixture(params=SERVICES)
def service(request: pytest.FixtureRequest, catalogue: Catalogue) -> Service:
    return catalogue.service("aberwen", str(request.param))


def sentences_of(path: Path, language: Language) -> list[str]:
    part = files.read(path, root=TEMPLATES, proof=Proof())
    assert part
    written = [leaf.written for leaf in leaves(part) if leaf.key.endswith(f".{language}")]
    return [sentence for words in written for sentence in re.split(r"(?<=[.?!:])\s+", words)]


def leaves(part: Part) -> Iterator[Part]:
    for inner in (*(part.mapping or {}).values(), *(part.members or ())):
        yield from leaves(inner)
    if part.is_leaf:
        yield part


def questions_of(service: Service) -> list[Question]:
    found: list[Question] = []
    for step in service.steps:
        if isinstance(step, Question):
            found.append(step)
        if isinstance(step, Several):
            found += step.questions
    return found


def test_a_council_offers_its_services_in_its_own_order(catalogue: Catalogue) -> None:
    assert [service.id for service in catalogue.services("aberwen")] == SERVICES


def test_every_file_in_the_library_is_offered_by_the_council_for_trying_out() -> None:
    assert sorted(SERVICES) == [path.stem for path in FILES if not path.stem.startswith("_")]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", Language)
def test_sentences_are_short(path: Path, language: Language) -> None:
    counts = [len(sentence.split()) for sentence in sentences_of(path, language)]

    assert max(counts) <= MOST_WORDS
    assert mean(counts) <= MEAN_WORDS


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_there_is_no_latin_in_the_english(path: Path) -> None:
    assert not [words for words in sentences_of(path, Language.EN) if LATIN.search(words)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_whether_the_welsh_was_reviewed_is_said(path: Path) -> None:
    assert "\nwelsh: " in path.read_text(encoding="utf-8")


def test_a_stop_says_why_what_instead_and_how_to_ask_anyway(service: Service) -> None:
    stops = [step for step in service.steps if isinstance(step, Stop)]

    assert stops
    assert all(len({stop.why, stop.instead, stop.anyway}) == 3 for stop in stops)


def test_every_service_asks_who_is_asking_and_how_to_answer(service: Service) -> None:
    meant = {question.means for question in questions_of(service)}

    assert {Meaning.NAME, Meaning.WAY, Meaning.SIZE, Meaning.LANGUAGE} <= meant


def test_what_lies_in_the_street_is_shared_and_asks_for_its_place_but_no_home(
    service: Service,
) -> None:
    questions = questions_of(service)
    in_the_street = service.id in IN_THE_STREET

    assert (service.shared == "public") is in_the_street
    assert any(question.means is Meaning.HOME for question in questions) is not in_the_street
    assert not in_the_street or any(question.kind is Kind.PLACE for question in questions)


def test_whoever_needs_another_size_of_print_may_ask_for_any_there_is(service: Service) -> None:
    (points,) = (q for q in questions_of(service) if q.means is Meaning.SIZE_POINTS)

    assert (points.limits.least, points.limits.most) == (SMALLEST_SIZE, LARGEST_SIZE)


def test_every_question_of_yes_or_no_is_answered_in_welsh_with_its_own_verb(
    service: Service,
) -> None:
    asked = {one.id: one.says for one in questions_of(service) if one.kind is Kind.YES_NO}
    groups = {step.id: step.says for step in service.steps if isinstance(step, Several)}

    assert [name for name, says in (asked | groups).items() if says is None] == []


def test_a_file_never_has_to_come_with_the_request(service: Service) -> None:
    wanted = [question for question in questions_of(service) if question.kind.hint is Hint.FILE]

    assert all(question.owed for question in wanted)


def test_every_service_knows_a_second_team_and_a_sign_of_danger(service: Service) -> None:
    teams = {rule.team for rule in service.routing.rules} | {service.routing.otherwise}

    assert len(teams) > 1
    assert bool(service.dangers) is (service.id not in CALM)


def test_a_number_to_ring_is_a_national_one_or_cannot_be_anybodys(service: Service) -> None:
    numbers = [danger.ring for danger in service.dangers if danger.ring]

    assert all(number in NATIONAL or number.startswith("01632 960") for number in numbers)


def test_bulky_waste_is_priced_by_the_thing_and_cheaper_with_a_benefit(
    catalogue: Catalogue,
) -> None:
    fee = catalogue.service("aberwen", "bulky-waste").fee

    assert fee is not None
    concession, full = fee.rules
    assert concession.per == full.per == "things"
    assert concession.when is not None
    assert concession.pence < full.pence


def test_a_blue_badge_is_free_in_wales(catalogue: Catalogue) -> None:
    assert catalogue.service("aberwen", "blue-badge").fee is None


def test_garden_waste_is_paid_by_the_bin_and_lasts_a_year(catalogue: Catalogue) -> None:
    service = catalogue.service("aberwen", "garden-waste")

    assert service.fee is not None
    concession, full = service.fee.rules
    assert concession.per == full.per == "bins"
    assert concession.pence < full.pence
    assert service.lasting is not None
    assert service.lasting.holds == Period(12, Unit.MONTHS)
