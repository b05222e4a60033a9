"""The door for those who run the hub from a terminal: what they ask, and how they are refused."""

from collections.abc import Mapping, Sequence

import click

from channels.terminal.checking import FOUND_SOMETHING, account, check, verify
from channels.terminal.comparing import diff
from channels.terminal.consenting import consent
from channels.terminal.council_files import CouncilFiles
from channels.terminal.describing import print_schema
from channels.terminal.erasing import erase, hold
from channels.terminal.granting import grant
from channels.terminal.keeping import migrate, release, seal
from channels.terminal.loading import gazetteer
from channels.terminal.overbooking import overbooked
from channels.terminal.refusing import Terminal, refuse
from channels.terminal.restoring import restore_backup, take_backup
from channels.terminal.sharing import export_service, import_service, new_service
from channels.terminal.staffing import staff_accounts
from channels.terminal.trying import DoorNotBuilt, try_service

# Those who edit services: they read and write files, and never touch what the hub keeps.
ON_FILES: Mapping[str | None, click.Command] = {
    each.name: each
    for each in (
        check,
        diff,
        export_service,
        import_service,
        new_service,
        print_schema,
        try_service,
    )
}
ON_THE_STORE: Sequence[click.Command] = (
    account,
    erase,
    gazetteer,
    consent,
    grant,
    hold,
    migrate,
    overbooked,
    release,
    seal,
    staff_accounts,
    verify,
)

__all__ = [
    "FOUND_SOMETHING",
    "ON_FILES",
    "ON_THE_STORE",
    "CouncilFiles",
    "DoorNotBuilt",
    "Terminal",
    "refuse",
    "restore_backup",
    "take_backup",
]
