"""What the tests of erasing stand on: a whole hub around its own database, folder and clock."""

from dataclasses import replace
from pathlib import Path

import pytest

from channels.carriers.copies import FolderCopies
from channels.carriers.mail_folder import MailFolder
from channels.carriers.print_folder import PrintFolder
from hub.store import Database, FolderDocuments
from tests.workers.conftest import opened, outside, written
from workers.outside import Outside

__all__ = ["opened", "outside", "written"]


@pytest.fixture
def hub(outside: Outside, database: Database) -> Outside:
    """Give a hub of which all that it writes lies below the test's own folder."""
    data = outside.settings.data
    return replace(
        outside,
        documents=FolderDocuments(data / "documents"),
        mail=MailFolder(data / "mail", clock=database.clock),
        printer=PrintFolder(data / "print"),
        copies=FolderCopies(data / "print", data),
    )


@pytest.fixture
def data(hub: Outside) -> Path:
    """Give the folder of all that it keeps beside the database."""
    return hub.settings.data
