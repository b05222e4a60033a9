"""The one who looks: every query and verb about a case, a person or a document takes a Viewer.

The hub filters for its viewer; the guard at the door is the second check, never the only one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Self
from uuid import UUID

from hub.errors import Refused
from hub.values import Role


class NotAllowed(Refused):
    """Refuse a viewer what is not theirs to see or do."""

    key = "not_allowed"


class ViewerKind(StrEnum):
    """Say what sort of viewer it is."""

    SYSTEM = "system"
    STAFF = "staff"
    RESIDENT = "resident"


@dataclass(frozen=True, slots=True)
class Viewer:
    """Say for which council, and as whom, something is seen or done.

    A resident sees one case, `case_id`, and only after a second fact; a resident without a case
    may ask for something new and no more.
    """

    council: str
    kind: ViewerKind
    staff_id: UUID | None = None
    roles: frozenset[str] = frozenset()
    teams: frozenset[str] = frozenset()
    case_id: UUID | None = None

    @classmethod
    def system(cls, council: str) -> Self:
        """Stand for the hub itself, at work on what follows from an event."""
        return cls(council, ViewerKind.SYSTEM)

    @classmethod
    def resident(cls, council: str, case_id: UUID | None = None) -> Self:
        """Stand for a resident: a new one, or one who proved that a case is theirs."""
        return cls(council, ViewerKind.RESIDENT, case_id=case_id)

    @classmethod
    def staff(
        cls,
        council: str,
        staff_id: UUID,
        *,
        role: Role | None = None,
        teams: Iterable[str] = (),
    ) -> Self:
        """Stand for a member of staff in the role that they chose, with the teams it reaches."""
        roles = frozenset({role.value} if role else ())
        return cls(council, ViewerKind.STAFF, staff_id, roles=roles, teams=frozenset(teams))

    @property
    def name(self) -> str:
        """Give what history keeps of the one who acted: a kind or a staff id, no name."""
        return str(self.staff_id) if self.staff_id else self.kind.value

    def demand_role(self, *roles: Role) -> None:
        """Let pass the hub itself, and staff in one of these roles.

        :raises NotAllowed: if it is somebody else.
        """
        is_system = self.kind is ViewerKind.SYSTEM
        if not is_system and not (self.kind is ViewerKind.STAFF and self.roles & set(roles)):
            raise NotAllowed

    def demand_own(self, staff_id: UUID) -> None:
        """Let pass the hub itself, an administrator, and whoever does it to their own account.

        :raises NotAllowed: if it is somebody else.
        """
        if self.kind is ViewerKind.STAFF and self.staff_id == staff_id:
            return
        self.demand_role(Role.ADMINISTRATOR)

    def may_see_case(self, case_id: UUID, team: str | None) -> bool:
        """Say whether a case that lies with `team` is open to this viewer."""
        if self.kind is ViewerKind.SYSTEM:
            return True
        if self.kind is ViewerKind.RESIDENT:
            return self.case_id == case_id
        return team in self.teams

    def demand_case(self, case_id: UUID, team: str | None) -> None:
        """Let the viewer pass to a case.

        :raises NotAllowed: if the case is not theirs.
        """
        if not self.may_see_case(case_id, team):
            raise NotAllowed

    def demand_work(self, case_id: UUID, team: str | None) -> None:
        """Let the viewer pass to work on a case: residents see their own, and move none.

        :raises NotAllowed: if the case is not theirs to work on.
        """
        self.demand_case(case_id, team)
        if self.kind is ViewerKind.RESIDENT:
            raise NotAllowed
