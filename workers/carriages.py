"""Jobs whose middle is out of our hands: nobody waits in the store while the world is slow."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeAlias, TypeVar
from uuid import UUID

from workers.outside import Errand, Outside

Load = TypeVar("Load")
End = TypeVar("End")


@dataclass(frozen=True, slots=True)
class Carriage(Generic[Load, End]):
    """Take a load in one transaction, carry it in none, and keep how that ended in another.

    Killed after the carrying and before the keeping, it is carried again.
    """

    take: Callable[[Errand], Load | None]
    carry: Callable[[Outside, Load], End]
    keep: Callable[[Errand, End], object]

    def carried(self, outside: Outside, *, council: str, subject: UUID) -> "Work":
        """Take and carry, and give what is left to do in the commit that ends the job."""
        with outside.database.reading(council) as session:
            load = self.take(Errand(outside=outside, session=session, subject=subject))
        if load is None:
            return _nothing
        end = self.carry(outside, load)
        return lambda errand: self.keep(errand, end)


Work: TypeAlias = Callable[[Errand], object]
Job: TypeAlias = Work | Carriage[Any, Any]


def _nothing(_: Errand) -> None:
    """Do nothing: what was wanted is done."""
