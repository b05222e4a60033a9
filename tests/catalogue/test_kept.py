"""Versions of services that are kept for the cases made with them."""

from pathlib import Path

import pytest

from hub import catalogue
from hub.catalogue import UnknownVersion
from hub.store import Database
from tests.catalogue.written import BINS, a_service


def test_a_version_that_was_kept_is_the_very_service_that_was_offered(
    database: Database, tmp_path: Path
) -> None:
    service = a_service(tmp_path)

    with database.session("aberwen") as session:
        catalogue.keep(session, service)
        catalogue.keep(session, service)

    with database.session("aberwen") as session:
        assert catalogue.of_version(session, service.version) == service


def test_an_old_version_stays_what_it_was_when_the_file_changes(
    database: Database, tmp_path: Path
) -> None:
    old = a_service(tmp_path)
    new = a_service(tmp_path, bins=BINS.replace("Which bin?", "What sort of bin?"))

    with database.session("aberwen") as session:
        catalogue.keep(session, old)
        catalogue.keep(session, new)

    with database.session("aberwen") as session:
        assert catalogue.of_version(session, old.version).steps[0] == old.steps[0]
        assert catalogue.of_version(session, new.version) == new


def test_what_another_council_kept_is_unknown(database: Database, tmp_path: Path) -> None:
    service = a_service(tmp_path)

    with database.session("aberwen") as session:
        catalogue.keep(session, service)

    with database.session("elsewhere") as session, pytest.raises(UnknownVersion):
        catalogue.of_version(session, service.version)


def test_a_team_that_was_closed_since_does_not_break_an_old_version(
    database: Database, tmp_path: Path
) -> None:
    service = a_service(tmp_path)
    with database.session("aberwen") as session:
        catalogue.keep(session, service)

    with database.session("aberwen") as session:
        kept = catalogue.of_version(session, service.version)

    assert kept.routing.rules[0].team == "garden-waste"
