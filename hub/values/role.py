"""What somebody may do at the council's desks."""

from enum import StrEnum


class Role(StrEnum):
    """Name what a member of staff is there for; most roles are held for one team."""

    COUNTER = "counter"
    POST_ROOM = "post-room"
    OFFICER = "officer"
    SUPERVISOR = "supervisor"
    WEB_TEAM = "web-team"
    ADMINISTRATOR = "administrator"

    @property
    def needs_team(self) -> bool:
        """Say whether it can be held for a team only."""
        return self is Role.OFFICER

    @property
    def may_have_team(self) -> bool:
        """Say whether it can be held for a team."""
        return self in {Role.OFFICER, Role.SUPERVISOR}
