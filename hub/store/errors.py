"""What can go wrong with the store, and whose fault it is."""

from hub.errors import Refused, TryAgain


class DatabaseRefused(Refused):
    """Stop the program at start: `why` is one clear sentence for whoever runs it."""

    key = "database_refused"

    def __str__(self) -> str:
        """Say the sentence."""
        return str(self.values["why"])


class StoreAway(TryAgain):
    """Raised when the database cannot be reached, is busy or is full."""

    key = "store_away"


class WrongCouncil(Refused):
    """Raised when a session opened for one council touches what is not its own."""

    key = "wrong_council"


class AfterwardsFailed(Refused):
    """Raised when all is kept, and only what was to come after the commit failed.

    Doing it again would do it twice: whoever left something for afterwards makes good for it later.
    """

    key = "afterwards_failed"


class LeaseLost(TryAgain):
    """Raised when a job ends after its lease went to another worker."""

    key = "lease_lost"


class DocumentsAway(TryAgain):
    """Raised when documents cannot be kept or fetched just now."""

    key = "documents_away"


class UnknownDocument(Refused):
    """Raised when no document of this council has this hash."""

    key = "unknown_document"


class DocumentDamaged(Refused):
    """Raised when a document's file no longer has the hash that names it."""

    key = "document_damaged"


class NotHeld(Refused):
    """Raised when a job is to be released that no person has to look at, or that is not there."""

    key = "not_held"
