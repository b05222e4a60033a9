"""A role, and the team for which it is held."""

from dataclasses import dataclass

from hub.values.role import Role
from hub.values.wrong import WrongValue

WHOLE_COUNCIL = ""


@dataclass(frozen=True, slots=True, order=True)
class Duty:
    """Hold a role and its team; a duty without a team is one for the whole council.

    :raises WrongValue: "duty" if the role is not held that way.
    """

    role: Role
    team: str = WHOLE_COUNCIL

    def __post_init__(self) -> None:
        """Refuse an officer of no team, and a team where the role has none."""
        if self.team and not self.role.may_have_team:
            raise WrongValue("duty")
        if self.role.needs_team and not self.team:
            raise WrongValue("duty")

    @property
    def key(self) -> str:
        """Give it in one word, for a form."""
        return f"{self.role}.{self.team}"
