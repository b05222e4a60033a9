"""The letter of every service, in each language and in both, as it was looked at."""

from datetime import date
from pathlib import Path

import pytest

from hub import letters
from hub.catalogue import Catalogue, Service
from hub.councils import Councils
from hub.letters import Stationery
from hub.permits import PermitSeen, PermitState
from hub.values import Language
from tests.builders.letters import an_acknowledgement
from tests.letters import reading
from tests.provision.golden import Golden
from tests.provision.house import HOUSE

LANGUAGES = {
    "en": (Language.EN,),
    "cy": (Language.CY,),
    "cy-en": (Language.CY, Language.EN),
}
SERVICES = sorted(path.stem for path in (HOUSE / "templates" / "services").glob("[!_]*.yaml"))


@pytest.fixture(scope="module")
def services(templates: Path) -> dict[str, Service]:
    offered = Catalogue.read(templates, Councils.read(templates / "councils"))
    return {service.id: service for service in offered.services("aberwen")}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("service", SERVICES)
def test_the_letter_of_every_service_is_as_it_was(
    golden: Golden,
    services: dict[str, Service],
    templates: Path,
    service: str,
    language: str,
) -> None:
    edition = an_acknowledgement(services[service], templates, languages=LANGUAGES[language])

    printed = letters.print_letter(edition)

    golden.check(f"letters/{service}.{language}.txt", reading.told(printed))


@pytest.mark.parametrize(("size", "profile"), [(12, "dl"), (18, "notify"), (36, "dl")])
def test_a_letter_in_other_sizes_and_envelopes_is_as_it_was(
    golden: Golden, services: dict[str, Service], templates: Path, size: int, profile: str
) -> None:
    edition = an_acknowledgement(
        services["missed-bin"],
        templates,
        languages=LANGUAGES["cy-en"],
        size=size,
        profile=profile,
    )

    printed = letters.print_letter(edition)

    golden.check(f"letters/missed-bin.cy-en.{size}-{profile}.txt", reading.told(printed))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["granted", "ending"])
def test_the_letters_about_a_permit_are_as_they_were(
    golden: Golden, services: dict[str, Service], templates: Path, name: str, language: str
) -> None:
    permit = PermitSeen("20261234", date(2026, 11, 23), date(2027, 11, 22), PermitState.VALID)
    edition = an_acknowledgement(
        services["garden-waste"],
        templates,
        languages=LANGUAGES[language],
        template=Stationery.read(templates).template(name),
        permit=permit,
    )

    printed = letters.print_letter(edition)

    golden.check(f"letters/permit-{name}.{language}.txt", reading.told(printed))


@pytest.mark.parametrize("profile", ["notify", "dl"])
def test_a_letter_that_is_collected_is_as_it_was(
    golden: Golden, services: dict[str, Service], templates: Path, profile: str
) -> None:
    edition = an_acknowledgement(
        services["missed-bin"],
        templates,
        said={"answer_by": "counter"},
        languages=LANGUAGES["cy-en"],
        address=None,
        profile=profile,
    )

    printed = letters.print_letter(edition)

    golden.check(f"letters/missed-bin.cy-en.collected-{profile}.txt", reading.told(printed))
