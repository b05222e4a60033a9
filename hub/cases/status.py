"""The states of a case and the one table of moves between them.

opened ─▶ with_team ⇄ waiting_for_resident
  │  ╲      │  ▲  ╲
  ▼   ▼     ▼  │   ▼
checking ──▶   │  closed ─▶ with_team (reopened)
"""

from collections.abc import Mapping
from enum import StrEnum

from hub.errors import Refused


class NotAllowedMove(Refused):
    """Refuse a move that the table does not have."""

    key = "not_allowed_move"


class Status(StrEnum):
    """Say where a case stands."""

    OPENED = "opened"
    CHECKING = "checking"
    WITH_TEAM = "with_team"
    WAITING_FOR_RESIDENT = "waiting_for_resident"
    CLOSED = "closed"


ALLOWED: Mapping[Status, frozenset[Status]] = {
    Status.OPENED: frozenset({Status.CHECKING, Status.WITH_TEAM, Status.WAITING_FOR_RESIDENT}),
    Status.CHECKING: frozenset({Status.WITH_TEAM, Status.WAITING_FOR_RESIDENT}),
    Status.WITH_TEAM: frozenset({Status.WAITING_FOR_RESIDENT, Status.CLOSED}),
    Status.WAITING_FOR_RESIDENT: frozenset({Status.WITH_TEAM, Status.CLOSED}),
    Status.CLOSED: frozenset({Status.WITH_TEAM}),
}


def demand_move(now: Status, then: Status) -> None:
    """Let a case pass from one state to another.

    :raises NotAllowedMove: if the table does not have that move.
    """
    if then not in ALLOWED[now]:
        raise NotAllowedMove(now=now.value, then=then.value)
