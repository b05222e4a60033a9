"""The store: sessions for one council, transactions, the outbox, jobs, documents, migrations."""

from hub.store import backup, documents, going, jobs
from hub.store.backup import BackupRefused, Beside
from hub.store.columns import CanonicalJson, Json, Moment, canonical, database_now
from hub.store.database import Database, open_database
from hub.store.documents import NAMES_DOCUMENT, Document, Documents, FolderDocuments
from hub.store.errors import (
    AfterwardsFailed,
    DatabaseRefused,
    DocumentDamaged,
    DocumentsAway,
    LeaseLost,
    NotHeld,
    StoreAway,
    UnknownDocument,
    WrongCouncil,
)
from hub.store.outbox import Event, OutboxEvent
from hub.store.session import UNSYNCED, AllCouncils, Session
from hub.store.tables import Base, CouncilOwned
from hub.store.walls import COUNCIL_NAMED

__all__ = [
    "COUNCIL_NAMED",
    "NAMES_DOCUMENT",
    "UNSYNCED",
    "AfterwardsFailed",
    "AllCouncils",
    "BackupRefused",
    "Base",
    "Beside",
    "CanonicalJson",
    "CouncilOwned",
    "Database",
    "DatabaseRefused",
    "Document",
    "DocumentDamaged",
    "Documents",
    "DocumentsAway",
    "Event",
    "FolderDocuments",
    "Json",
    "LeaseLost",
    "Moment",
    "NotHeld",
    "OutboxEvent",
    "Session",
    "StoreAway",
    "UnknownDocument",
    "WrongCouncil",
    "backup",
    "canonical",
    "database_now",
    "documents",
    "going",
    "jobs",
    "open_database",
]
