"""Taking out of a case what is personal; the bare case stays, to be counted.

It is the hub itself that does so, for `sharing`, which knows whether it may be done.
"""

from uuid import UUID

from sqlalchemy import delete, select, update

from hub.cases.finding import CaseWord, forget_words, words_of
from hub.cases.queries import UnknownCase
from hub.cases.rows import Answer, Asker, Behalf, Case, OwedTask, Spot, WrongFact
from hub.staff import Viewer
from hub.store import UNSYNCED, Session


def hold_bare(session: Session, viewer: Viewer, case_id: UUID) -> Case:
    """Give a case, erased or not, and keep others from it until the transaction ends.

    :raises UnknownCase: if there is none.
    :raises NotAllowed: if the viewer may not work on it.
    """
    asked = select(Case).where(Case.id == case_id).with_for_update()
    case = session.sql.scalars(asked, execution_options={"populate_existing": True}).one_or_none()
    if case is None:
        raise UnknownCase
    viewer.demand_work(case_id, case.team)
    return case


def erase_told(session: Session, viewer: Viewer, case_id: UUID) -> None:
    """Erase what was told, where it is and what is owed.

    :raises NotAllowed: if it is not the hub itself that erases.
    """
    viewer.demand_work(case_id, None)
    words = words_of(session, case_id)
    for told in (Answer, Spot, OwedTask, WrongFact, CaseWord):
        gone = delete(told).where(told.case_id == case_id)
        session.sql.execute(gone, execution_options=UNSYNCED)
    forget_words(session, words)
    session.change(Case, {"council": session.council, "id": case_id}, {"indexed_at": None})


def people_of(session: Session, viewer: Viewer, case_id: UUID) -> frozenset[UUID]:
    """Give the ids of all who asked, and of those for whom they asked.

    :raises NotAllowed: if it is not the hub itself that asks.
    """
    viewer.demand_work(case_id, None)
    asked = select(Asker.resident_id).where(Asker.case_id == case_id)
    behalf = select(Behalf.asker_id, Behalf.person_id).where(Behalf.case_id == case_id)
    others = {each for row in session.sql.execute(behalf) for each in row if each is not None}
    return frozenset(session.sql.scalars(asked)) | others


def erase_askers(session: Session, viewer: Viewer, case_id: UUID) -> None:
    """Erase who asked, for whom, and their second facts, and mark the case: it is bare from now on.

    :raises NotAllowed: if it is not the hub itself that erases.
    """
    viewer.demand_work(case_id, None)
    for those in (Asker, Behalf):
        gone = delete(those).where(those.case_id == case_id)
        session.sql.execute(gone, execution_options=UNSYNCED)
    bare = update(Case).where(Case.id == case_id, Case.erased_at.is_(None))
    marked = bare.values(erased_at=session.now())
    session.sql.execute(marked, execution_options=UNSYNCED)
