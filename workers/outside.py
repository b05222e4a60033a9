"""What jobs need of the outside, handed in once by main.py."""

from dataclasses import dataclass
from uuid import UUID

from hub.catalogue import Catalogue
from hub.councils import Council, Councils
from hub.letters import Printer, Stationery
from hub.messages import MailCarrier, TextCarrier
from hub.settings import Settings
from hub.sharing import Copies
from hub.staff import Viewer
from hub.store import Database, Documents, Session
from hub.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """Hold what stands around every job; the clock and chance are the database's."""

    settings: Settings
    database: Database
    documents: Documents
    councils: Councils
    catalogue: Catalogue
    words: Words
    stationery: Stationery
    mail: MailCarrier
    texts: TextCarrier | None
    printer: Printer
    copies: Copies


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """Hold one job under way: the transaction it works in, and what it is about."""

    outside: Outside
    session: Session
    subject: UUID

    @property
    def viewer(self) -> Viewer:
        """Give the viewer that a job is: the hub itself."""
        return Viewer.system(self.session.council)

    @property
    def council(self) -> Council:
        """Give the council whose job it is.

        :raises UnknownCouncil: if its folder was taken away.
        """
        return self.outside.councils.by_id(self.session.council)
