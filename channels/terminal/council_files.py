"""The files that a council edits, as the commands read them: they need no data folder."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from hub.catalogue import Catalogue, Judge
from hub.councils import Council, Councils
from hub.letters import Stationery
from hub.values import Clock
from hub.words import Words


@dataclass(frozen=True, slots=True)
class CouncilFiles:
    """Hold where the files lie and who may refuse them; nothing is read before it is asked for."""

    templates: Path
    judges: Callable[[Stationery], Sequence[Judge]]
    clock: Clock

    def words(self) -> Words:
        """Read the words the hub says.

        :raises WordsRefused: if they have mistakes.
        """
        return Words.read(self.templates)

    def councils(self) -> Councils:
        """Read the councils.

        :raises CouncilsRefused: if one has mistakes.
        """
        return Councils.read(self.templates / "councils")

    def council(self, council_id: str | None) -> Council:
        """Give a council by its id; without one, the first.

        :raises UnknownCouncil: if there is none.
        """
        councils = self.councils()
        return next(iter(councils)) if council_id is None else councils.by_id(council_id)

    def catalogue(self) -> Catalogue:
        """Read every service as a start does: its words may still be unwritten.

        :raises FilesRefused: if there is a mistake that keeps a hub from starting.
        """
        letters = Stationery.read(self.templates)
        return Catalogue.read(self.templates, self.councils(), letters=letters.names)

    def judged(self) -> Catalogue:
        """Read every service and ask every judge.

        :raises FilesRefused: if there is a mistake.
        """
        letters = Stationery.read(self.templates)
        judges = self.judges(letters)
        return Catalogue.read(self.templates, self.councils(), letters=letters.names, judges=judges)
