"""Who of those we know may be the one who is sought, the likeliest first."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from hub.people.matching.facts import Known, Sought
from hub.people.matching.keys import (
    BORN,
    EMAIL,
    PHONE,
    POSTCODE,
    PersonKey,
    keys_sought,
)
from hub.people.matching.weighing import Likelihood, Match, weigh
from hub.people.rows import Resident
from hub.staff import Viewer, ViewerKind
from hub.staff.viewer import NotAllowed
from hub.store import Session

MOST = 10
"""How many are offered: who looks through more looks at none."""

_WEIGHED = 200  # who shares the most keys with the one who is sought


def alike(session: Session, viewer: Viewer, sought: Sought) -> tuple[Match, ...]:
    """Give who may be the one who is sought; nothing is decided by it.

    :raises NotAllowed: if a resident asks.
    """
    if viewer.kind is ViewerKind.RESIDENT:
        raise NotAllowed
    matches = [weigh(sought, known) for known in _known(session, _sharing(session, sought))]
    offered = [match for match in matches if match.likelihood]
    offered.sort(key=lambda match: (match.likelihood is not Likelihood.LIKELY, -match.bits))
    return tuple(offered[:MOST])


def _sharing(session: Session, sought: Sought) -> Sequence[UUID]:
    """Give those who share keys with the one who is sought, most keys first."""
    keys = keys_sought(sought)
    if not keys:
        return []
    wanted = (
        select(PersonKey.resident_id)
        .where(PersonKey.key.in_(sorted(keys)))
        .group_by(PersonKey.resident_id)
        .order_by(func.count().desc(), PersonKey.resident_id)
        .limit(_WEIGHED)
    )
    return session.sql.scalars(wanted).all()


def _known(session: Session, ids: Sequence[UUID]) -> Iterable[Known]:
    if not ids:
        return
    facts: dict[UUID, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    keys = select(PersonKey.resident_id, PersonKey.key).where(PersonKey.resident_id.in_(ids))
    for resident_id, key in session.sql.execute(keys):
        kind, _, fact = key.partition(":")
        facts[resident_id][kind].add(fact)
    named = select(Resident.id, Resident.name).where(Resident.id.in_(ids))
    for resident_id, name in session.sql.execute(named):
        of = facts[resident_id]
        yield Known(
            resident_id=resident_id,
            name=name,
            postcodes=frozenset(of[POSTCODE]),
            phones=frozenset(of[PHONE]),
            emails=frozenset(of[EMAIL]),
            born=frozenset(map(date.fromisoformat, of[BORN])),
        )
