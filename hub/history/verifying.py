"""Verifying: whether anyone has rewritten what happened."""

from pathlib import Path

from hub.history import checking_copies
from hub.history.checking_chains import ChainsCheck
from hub.history.checking_seals import SealsCheck
from hub.history.findings import Findings
from hub.store import Database


def verify(database: Database, seals_folder: Path | None = None) -> Findings:
    """Check every chain, text and seal of every council, and the copies of the seals if given.

    It finds what was edited, deleted, inserted, put in another order, cut off, given to another
    council, or brought back from an old backup (that last only with copies kept elsewhere); and it
    names what is younger than the last seal, where nothing can be found yet.
    """
    # Whoever seals meanwhile is no liar: what lies there now is in the database by then.
    copies = checking_copies.lying_in(seals_folder) if seals_folder is not None else {}
    with database.reading_all() as session:
        chains, seals = ChainsCheck(session), SealsCheck(session)
        found = [*chains.findings(), *seals.findings()]
        unsound = {(one.council, one.seal) for one in found if one.seal is not None}
        found += checking_copies.check(session, copies, unsound)
        young = tuple(seals.unprotected())
        return Findings(
            tuple(dict.fromkeys(found)), young, chains.chains, chains.entries, seals.seals
        )
