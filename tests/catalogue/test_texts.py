"""Answers by text are offered where something carries texts, and nowhere else."""

from pathlib import Path

from hub.catalogue import Catalogue
from hub.catalogue.definition import Meaning, Question, Service
from hub.councils import Councils


def offered(templates: Path, *, texts: bool) -> tuple[Service, ...]:
    councils = Councils.read(templates / "councils")
    return Catalogue.read(templates, councils, texts=texts).services("aberwen")


def asked(service: Service) -> dict[Meaning | None, Question]:
    return {one.means: one for one in service.steps if isinstance(one, Question)}


def ways(service: Service) -> list[str]:
    return [option.id for option in asked(service)[Meaning.WAY].options]


def test_where_texts_are_carried_every_service_offers_them(templates: Path) -> None:
    for service in offered(templates, texts=True):
        assert ways(service) == ["letter", "e-mail", "text", "counter"]
        assert Meaning.MOBILE in asked(service)


def test_where_nothing_carries_texts_nobody_is_offered_one(templates: Path) -> None:
    for service in offered(templates, texts=False):
        assert ways(service) == ["letter", "e-mail", "counter"]
        assert Meaning.MOBILE not in asked(service)
