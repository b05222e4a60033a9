"""What a gazetteer tells: an address with its property number, a street in its town."""

from dataclasses import dataclass

from hub.values import Point, PostalAddress


@dataclass(frozen=True, slots=True)
class KnownAddress:
    """Be an address as the council keeps it, under its unique property reference number."""

    uprn: str
    address: PostalAddress
    point: Point | None

    @property
    def near(self) -> str:
        """Give it as people say where something is: its lines, without the postcode."""
        return ", ".join(self.address.lines)


@dataclass(frozen=True, slots=True)
class Street:
    """Be a street in a town, with a point somewhere along it where one is known.

    `folded` names it within its load.
    """

    name: str
    town: str
    point: Point | None
    folded: str
