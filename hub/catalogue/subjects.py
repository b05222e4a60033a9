"""Under which subject a service is listed, by its number in the Local Government Service List.

The numbers are the same in every council. The names of the subjects stand with the words of the
pages; a service whose number is not here is about something else.
"""

from collections.abc import Mapping
from enum import StrEnum

from hub.catalogue.definition import Service


class Subject(StrEnum):
    """Name what services are about, as residents look for them."""

    RUBBISH = "rubbish"
    TRAVEL = "travel"
    ROADS = "roads"
    HOMES = "homes"
    MONEY = "money"
    OTHER = "other"


_NUMBERS: Mapping[Subject, frozenset[int]] = {
    Subject.RUBBISH: frozenset({524, 528, 530, 587}),
    Subject.TRAVEL: frozenset({273, 279, 474}),
    Subject.ROADS: frozenset({557, 564}),
    Subject.HOMES: frozenset({141, 412, 431}),
    Subject.MONEY: frozenset({57, 59, 63}),
}


_EMPTIED_BINS = frozenset({524, 530})


def is_about_bins(service: Service) -> bool:
    """Say whether a service is about the bins that are emptied on their days."""
    return service.lgsl in _EMPTIED_BINS


def subject_of(service: Service) -> Subject:
    """Give the subject of a service."""
    about = (subject for subject, numbers in _NUMBERS.items() if service.lgsl in numbers)
    return next(about, Subject.OTHER)
