"""The interview of a case: its answers under the version of the service that it keeps."""

from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select

from hub import catalogue
from hub.cases.queries import CaseSeen, seen
from hub.cases.rows import Answer
from hub.interview import Interview
from hub.staff import Viewer
from hub.store import Session


def interview_of(
    session: Session, viewer: Viewer, case_id: UUID, *, timezone: ZoneInfo
) -> tuple[CaseSeen, Interview]:
    """Give a case and its interview, as it stood on the day it was asked by the council's clock.

    :raises UnknownCase: if there is none.
    :raises NotAllowed: if it is not the viewer's.
    """
    case = seen(session, viewer, case_id)
    wanted = select(Answer.path, Answer.value).where(Answer.case_id == case_id)
    return case, Interview(
        catalogue.of_version(session, case.version),
        case.asked_at.astimezone(timezone).date(),
        dict(session.sql.execute(wanted).all()),
    )
