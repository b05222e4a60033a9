"""The councils that run on this hub: who they are, how they look, who works there."""

from hub.councils.council import (
    Accessibility,
    Bin,
    Brand,
    Council,
    LetterProfile,
    PrivacyOffice,
    SampleStaff,
    StaffGroup,
    Team,
    UnknownTeam,
)
from hub.councils.councils import Councils, CouncilsRefused, UnknownCouncil

__all__ = [
    "Accessibility",
    "Bin",
    "Brand",
    "Council",
    "Councils",
    "CouncilsRefused",
    "LetterProfile",
    "PrivacyOffice",
    "SampleStaff",
    "StaffGroup",
    "Team",
    "UnknownCouncil",
    "UnknownTeam",
]
