"""What each job does that keeps the store in order: seals, sweeps, indexes and erases.

As in `doing`: one call into the hub each, and done twice it has happened once.
"""

from hub import (
    cases,
    drafts,
    enclosures,
    history,
    sharing,
)
from hub.sharing import CopiesLeft
from hub.store import going, jobs
from workers.outside import Errand, Outside


def seal(errand: Errand) -> None:
    """Seal what was added to the histories of a council."""
    history.seal(errand.session, errand.outside.settings.seals)


def sweep(errand: Errand) -> None:
    """Let go of drafts that nobody came back to."""
    drafts.lapse(errand.session, before=errand.session.now() - drafts.LIVES)


def forget(errand: Errand) -> None:
    """Forget work that was done long ago."""
    jobs.forget(errand.session, before=errand.session.now() - jobs.KEPT)


def let_files_go(errand: Errand) -> None:
    """Let go of the files that a resident took away, or that nobody came back to."""
    enclosures.let_go(errand.session, errand.outside.documents)


def know_people(errand: Errand) -> None:
    """Write the keys under which people are found again."""
    cases.know_people(errand.session, errand.viewer)


def index_cases(errand: Errand) -> None:
    """Write the words by which cases are found."""
    cases.index_waiting(errand.session, errand.viewer)


def find_what_goes(errand: Errand) -> None:
    """Find the closed cases that were kept as long as they may be."""
    sharing.find(errand.session, errand.viewer, council=errand.council)


def erase_case(errand: Errand) -> None:
    """Erase what is personal about a case, if it may still be."""
    sharing.carry_out(errand.session, errand.viewer, errand.subject, council=errand.council)


def name_copies(errand: Errand) -> CopiesLeft | None:
    """Name what may lie outside the store of a case that was erased."""
    return sharing.copies_left(
        errand.session, errand.viewer, errand.subject, council=errand.council
    )


def delete_copies(outside: Outside, left: CopiesLeft) -> None:
    """Delete what lies with the printer or as mail."""
    outside.copies.forget(left)


def settle_copies(_errand: Errand, _deleted: None) -> None:
    """Write nothing down: the erasing stands in the history already."""


def let_papers_go(errand: Errand) -> None:
    """Let go of the letters of erased cases."""
    going.let_go(errand.session, errand.outside.documents)


def note_erasures(errand: Errand) -> None:
    """Write what was erased into the ledger outside the database."""
    sharing.note(errand.session, errand.outside.settings.erased)
