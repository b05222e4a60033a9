"""Where ink may stand on a letter, for each envelope it may be posted in.

`notify` is GOV.UK Notify's profile for a C5 window. `dl` is a council's own folder for DL windows
of either size: the address is seen through the smaller, and nothing else through the larger. `own`
is the council's own print for letters with more pages than the others carry: the same places as
`notify`, in an envelope that holds many sheets.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from hub.errors import Refused
from hub.paper.envelopes import DL_WINDOW, LARGER_DL_WINDOW
from hub.paper.geometry import Box


class UnknownProfile(Refused):
    """Refuse a profile that nobody has measured."""

    key = "unknown_profile"


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Name the places of a letter's sheets, in mm.

    Only the address stands in `seen`, and it stands in `address`, which is seen wherever the
    sheet lies in its envelope. `longer` is the profile of a letter with more than `most_pages`.
    `postcode_alone` says that whoever posts it wants nothing beside the postcode on the last line.
    """

    name: str
    seen: Box
    address: Box
    logo: Box
    contact: Box
    first_body: Box
    later_body: Box
    most_pages: int | None = None
    longer: str | None = None
    postcode_alone: bool = False

    @property
    def zones(self) -> tuple[Box, ...]:
        """Give the places of the first page where there may be ink."""
        return (self.address, self.logo, self.contact, self.first_body)

    def carries(self, pages: int) -> bool:
        """Say whether a letter of so many pages goes into this envelope."""
        return self.most_pages is None or pages <= self.most_pages


OWN = Profile(
    name="own",
    seen=Box(24.6, 39.5, 120, 66.3),
    address=Box(24.6, 39.5, 120, 66.3),
    logo=Box(15, 5, 125, 30),
    contact=Box(125, 5, 195, 95),
    first_body=Box(15, 95, 195, 292),
    later_body=Box(15, 5, 195, 292),
)

NOTIFY = Profile(
    name="notify",
    seen=OWN.seen,
    address=OWN.address,
    logo=OWN.logo,
    contact=OWN.contact,
    first_body=OWN.first_body,
    later_body=OWN.later_body,
    most_pages=10,
    longer=OWN.name,
    postcode_alone=True,
)

DL = Profile(
    name="dl",
    seen=LARGER_DL_WINDOW.seen,
    address=DL_WINDOW.safe,
    logo=Box(15, 5, 110, 41),
    contact=Box(125, 5, 195, 95),
    first_body=Box(15, 101, 195, 292),
    later_body=Box(15, 5, 195, 292),
    most_pages=10,
    longer=OWN.name,
)

_PROFILES: Mapping[str, Profile] = {profile.name: profile for profile in (NOTIFY, DL, OWN)}


def profile_named(name: str) -> Profile:
    """Find a profile by its name.

    :raises UnknownProfile: if there is none.
    """
    if name not in _PROFILES:
        raise UnknownProfile(profile=name)
    return _PROFILES[name]
