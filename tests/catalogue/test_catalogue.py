"""Finding a service among those a council offers."""

from pathlib import Path

import pytest

from hub.catalogue import Catalogue, UnknownService
from hub.councils import Councils
from tests.catalogue.written import a_folder


def a_catalogue(folder: Path) -> Catalogue:
    templates = a_folder(folder)
    return Catalogue.read(templates, Councils.read(templates / "councils"), letters={"received"})


def test_a_service_is_found_by_council_and_id(tmp_path: Path) -> None:
    assert a_catalogue(tmp_path).service("aberwen", "bins").id == "bins"


@pytest.mark.parametrize(("council", "service"), [("aberwen", "potholes"), ("elsewhere", "bins")])
def test_what_a_council_does_not_offer_is_unknown(
    tmp_path: Path, council: str, service: str
) -> None:
    with pytest.raises(UnknownService):
        a_catalogue(tmp_path).service(council, service)


def test_a_council_that_is_not_here_offers_nothing(tmp_path: Path) -> None:
    assert a_catalogue(tmp_path).services("elsewhere") == ()


def test_the_letters_there_are_stand_in_their_folder_unless_they_are_named(tmp_path: Path) -> None:
    templates = a_folder(tmp_path)
    councils = Councils.read(templates / "councils")
    (mistake,) = Catalogue.check(templates, councils)
    (templates / "letters").mkdir()
    (templates / "letters" / "received.yaml").touch()

    mistakes = Catalogue.check(templates, councils)

    assert mistake.key == "letters.acknowledge"
    assert mistakes == ()
