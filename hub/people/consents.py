"""Consent: that a person agrees that another asks the council for them.

to_check ─▶ given ─▶ withdrawn
    └───────────────────▲
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from hub import history
from hub.errors import Refused
from hub.interview import OnBehalf
from hub.people.rows import Consent
from hub.staff import Viewer, ViewerKind
from hub.staff.viewer import NotAllowed
from hub.store import Session


class NotAllowedConsentMove(Refused):
    """Refuse to move a consent where the table of moves has no way, or there is none."""

    key = "not_allowed_consent_move"


class ConsentState(StrEnum):
    """Say whether a person agrees: a person of the council checks what is not sure."""

    TO_CHECK = "to_check"
    GIVEN = "given"
    WITHDRAWN = "withdrawn"


ALLOWED: Mapping[ConsentState, frozenset[ConsentState]] = {
    ConsentState.TO_CHECK: frozenset({ConsentState.GIVEN, ConsentState.WITHDRAWN}),
    ConsentState.GIVEN: frozenset({ConsentState.WITHDRAWN}),
    ConsentState.WITHDRAWN: frozenset(),
}
_ENTRIES = {ConsentState.GIVEN: "ConsentConfirmed", ConsentState.WITHDRAWN: "ConsentWithdrawn"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Consented:
    """Hold what was told of a consent: who asks, for whom, on what ground, in which words."""

    asker_id: UUID
    person_id: UUID
    told: OnBehalf
    words: str


def keep_consent(session: Session, viewer: Viewer, case_id: UUID, *, consented: Consented) -> None:
    """Keep what was told of a consent about a new case, and write it into the case's history."""
    told, now = consented.told, session.now()
    state = ConsentState.TO_CHECK if told.is_doubtful else ConsentState.GIVEN
    said = {
        "stands": told.stands,
        "agreed": told.agreed.value if told.agreed else "",
        "ground": told.ground or None,
        "words": consented.words,
    }
    people = {"asker_id": consented.asker_id, "person_id": consented.person_id}
    own = {"council": session.council, "case_id": case_id}
    moments = {"told_at": now, "changed_at": now}
    session.insert(Consent, {**own, **people, **said, **moments, "state": state.value})
    facts = {"asker": str(consented.asker_id), "state": state.value}
    history.append(
        session,
        chain=case_id,
        kind="ConsentTold",
        actor=viewer.name,
        facts=facts,
        text={"person": told.person, **said},
    )


def consent_state(session: Session, viewer: Viewer, case_id: UUID) -> ConsentState | None:
    """Give how a consent about a case stands; None if nobody asked for another.

    :raises NotAllowed: if the case is another resident's.
    """
    _demand(viewer, case_id)
    kept = session.look(Consent, {"council": session.council, "case_id": case_id})
    return ConsentState(kept.state) if kept else None


def confirm_consent(session: Session, viewer: Viewer, case_id: UUID) -> None:
    """Write down that somebody of the council has found out that the person agrees.

    :raises NotAllowed: if a resident says so.
    :raises NotAllowedConsentMove: if there is nothing to check.
    """
    _demand_no_resident(viewer)
    _move(session, viewer, case_id, ConsentState.GIVEN)


def withdraw_consent(session: Session, viewer: Viewer, case_id: UUID) -> None:
    """Write down that the person does not agree, or not any more: the asker is told nothing more.

    The person says so to the council, by phone, by letter or at the counter, and staff write it
    down; withdrawn again it stays withdrawn.

    :raises NotAllowed: if a resident's browser says so: nobody can tell there who it is.
    :raises NotAllowedConsentMove: if nobody asked for another.
    """
    _demand_no_resident(viewer)
    if consent_state(session, viewer, case_id) is not ConsentState.WITHDRAWN:
        _move(session, viewer, case_id, ConsentState.WITHDRAWN)


def _move(session: Session, viewer: Viewer, case_id: UUID, then: ConsentState) -> None:
    own = {"council": session.council, "case_id": case_id}
    kept = session.lock(Consent, own)
    if kept is None or then not in ALLOWED[ConsentState(kept.state)]:
        raise NotAllowedConsentMove
    session.change(Consent, own, {"state": then.value, "changed_at": session.now()})
    history.append(
        session,
        chain=case_id,
        kind=_ENTRIES[then],
        actor=viewer.name,
        facts={"was": kept.state},
    )


def _demand(viewer: Viewer, case_id: UUID) -> None:
    if viewer.kind is ViewerKind.RESIDENT and viewer.case_id != case_id:
        raise NotAllowed


def _demand_no_resident(viewer: Viewer) -> None:
    if viewer.kind is ViewerKind.RESIDENT:
        raise NotAllowed
