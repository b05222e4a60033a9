"""For whom a case was asked, if not for the asker: three facts, and what each may know."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import aliased

from hub import people
from hub.cases.rows import Behalf
from hub.errors import Refused, TryAgain
from hub.people import ConsentState, Resident
from hub.staff import Viewer
from hub.store import Session
from hub.values import Text
from hub.words import Words


class ConsentNotChecked(TryAgain):
    """Say that somebody must first find out whether the person agrees."""

    key = "consent_not_checked"


class ConsentNotGiven(Refused):
    """Say that the person does not agree: somebody must tell them what the asker is not told."""

    key = "consent_not_given"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """Hold who asks, for whom and who is answered, as a case is opened with them.

    `asker` is the id and the name of the one who asks.
    """

    asker: tuple[UUID, str]
    answered_id: UUID
    person_id: UUID | None
    organisation: str | None
    is_doubtful: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BehalfSeen:
    """Hold for whom a case was asked, by their names; the names may be erased."""

    asker_id: UUID
    answered_id: UUID
    asker: str
    whom: str
    consent: ConsentState | None

    @property
    def is_checked(self) -> bool:
        """Say whether the asker may be told of the person; of an organisation always."""
        return self.consent in {None, ConsentState.GIVEN}

    def may_know(self, resident_id: UUID) -> bool:
        """Say whether one of the two may be told of the person now."""
        return self.is_checked or resident_id != self.asker_id


def behalf_of(session: Session, viewer: Viewer, case_id: UUID) -> BehalfSeen | None:
    """Give for whom a case was asked; None if it was for the asker.

    :raises NotAllowed: if the case is another resident's.
    """
    consent = people.consent_state(session, viewer, case_id)
    asker, person = aliased(Resident), aliased(Resident)
    wanted = (
        select(Behalf, asker.name, person.name)
        .outerjoin(asker, (asker.id == Behalf.asker_id) & (asker.council == Behalf.council))
        .outerjoin(person, (person.id == Behalf.person_id) & (person.council == Behalf.council))
        .where(Behalf.case_id == case_id)
    )
    found = session.sql.execute(wanted).one_or_none()
    if found is None:
        return None
    kept, asked_by, asked_for = found
    return BehalfSeen(
        asker_id=kept.asker_id,
        answered_id=kept.answered_id,
        asker=asked_by or "",
        whom=kept.organisation or asked_for or "",
        consent=consent,
    )


def demand_consent(session: Session, viewer: Viewer, case_id: UUID) -> None:
    """Let something about the person pass to the one who is answered.

    :raises ConsentNotChecked: if they may not be told of the person yet.
    :raises ConsentNotGiven: if they may not be told of the person any more.
    """
    behalf = behalf_of(session, viewer, case_id)
    if behalf is None or behalf.may_know(behalf.answered_id):
        return
    raise ConsentNotGiven if behalf.consent is ConsentState.WITHDRAWN else ConsentNotChecked


def say_behalf(behalf: BehalfSeen, words: Words, *, to: UUID, form: str = "said") -> Text:
    """Say to one of the two for whom it is; `form` is "text" where it must be short."""
    return words.text(f"behalf.{form}.{_key(behalf, to)}", asker=behalf.asker, whom=behalf.whom)


def _key(behalf: BehalfSeen, to: UUID) -> str:
    if to != behalf.asker_id:
        return "to_person"
    if not behalf.is_checked:
        return "to_asker_unchecked"
    return "to_asker"
