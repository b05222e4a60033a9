"""The services in the library: complete, in plain words, in both languages."""

import re
from collections.abc import Iterator
from pathlib import Path
from statistics import mean

import pytest

from hub import files
from hub.catalogue import Catalogue, Service
from hub.catalogue.definition import Hint, Meaning, Question, Several, Stop
from hub.councils import Councils
from hub.files import Part, Proof
from hub.values import Language
from tests.catalogue.written import TEMPLATES

SERVICES = [
    "missed-bin",
    "housing-repair",
    "council-tax-move",
    "bulky-waste",
    "blue-badge",
    "single-person-discount",
    "parking-permit",
    "pest-control",
    "complaint",
]
CALM = {"parking-permit"}  # nothing in these can hurt anyone before we answer
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


def test_every_service_asks_for_a_home_and_who_is_asking(service: Service) -> None:
    meant = {question.means for question in questions_of(service)}

    assert {Meaning.HOME, Meaning.NAME, Meaning.WAY, Meaning.SIZE, Meaning.LANGUAGE} <= meant


def test_a_file_never_has_to_come_with_the_request(service: Service) -> None:
    wanted = [question for question in questions_of(service) if question.kind.hint is Hint.FILE]

    assert all(question.owed for question in wanted)


def test_every_service_knows_a_second_team_and_a_sign_of_danger(service: Service) -> None:
    teams = {rule.team for rule in service.routing.rules} | {service.routing.otherwise}

    assert len(teams) > 1
    assert bool(service.dangers) is (service.id not in CALM)


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
