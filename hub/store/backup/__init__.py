"""Backups: all rows as they were at one moment, every document they name, and what lies beside.

A backup is a folder of plain files: `backup.json` (version, moment, a hash of every file), a file
of JSON lines for each table, the documents, and copies of the seals and the print manifests. It is
the same from SQLite and from PostgreSQL, and either can be filled from it.
"""

from hub.store.backup.filling import BackupRefused, Filled, demand_fillable, fill
from hub.store.backup.taking import Beside, Taken, take

__all__ = ["BackupRefused", "Beside", "Filled", "Taken", "demand_fillable", "fill", "take"]
