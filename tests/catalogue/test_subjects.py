"""Services are listed under a subject that residents know."""

from pathlib import Path

import pytest

from hub import catalogue
from hub.catalogue import Subject
from hub.words import Words
from tests.builders.requests import a_service


@pytest.mark.parametrize(
    ("lgsl", "subject"), [(524, Subject.RUBBISH), (279, Subject.TRAVEL), (353, Subject.OTHER)]
)
def test_a_service_is_listed_by_its_number(lgsl: int, subject: Subject) -> None:
    service = a_service(standard={"lgsl": lgsl, "lgil": 13})

    assert catalogue.subject_of(service) is subject


def test_every_subject_has_its_words(templates: Path) -> None:
    spoken = Words.read(templates).keys()

    assert {f"pages.subjects.{subject}" for subject in Subject} <= spoken
