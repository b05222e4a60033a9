"""The catalogue: the services a council offers, read from the files it edits.

`definition` says what a service is, `loading` reads and judges one, `Catalogue` holds those offered
now, `keep` and `of_version` those that a case or a printed form was made with.
"""

from hub.catalogue.catalogue import Catalogue, UnknownService
from hub.catalogue.definition import Service
from hub.catalogue.judging import Judge, Judged, judge_words
from hub.catalogue.kept import ServiceVersion, UnknownVersion, keep, of_version
from hub.catalogue.library import ServiceExists, WrongServiceName, begin
from hub.catalogue.subjects import Subject, is_about_bins, subject_of
from hub.catalogue.versions import DefinitionRefused

__all__ = [
    "Catalogue",
    "DefinitionRefused",
    "Judge",
    "Judged",
    "Service",
    "ServiceExists",
    "ServiceVersion",
    "Subject",
    "UnknownService",
    "UnknownVersion",
    "WrongServiceName",
    "begin",
    "is_about_bins",
    "judge_words",
    "keep",
    "of_version",
    "subject_of",
]
