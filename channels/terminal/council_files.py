"""The files that a council edits, as the commands read them: they need no data folder."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from hub.catalogue import Catalogue, Judge, Service, UnknownService
from hub.councils import Council, Councils
from hub.letters import Stationery
from hub.settings import Settings
from hub.values import Clock
from hub.words import Words


@dataclass(frozen=True, slots=True)
class CouncilFiles:
    """Hold where the files lie and who may refuse them; nothing is read before it is asked for."""

    settings: Settings
    judges: Callable[[Stationery, Words], Sequence[Judge]]
    clock: Clock

    @property
    def templates(self) -> Path:
        """Give the folder that a council edits."""
        return self.settings.templates

    def folder(self, council: Council) -> Path:
        """Give the folder of a council's own files."""
        return self.templates / "councils" / council.id

    @property
    def public_url(self) -> str:
        """Give the address that letters name."""
        return self.settings.public_url

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

    def service(self, council: Council, name: str) -> Service:
        """Read one service as a council would offer it, whether it does so yet or not.

        Its words may still be unwritten: only what would keep a hub from starting is refused.

        :raises UnknownService: if the library has no such service.
        :raises FilesRefused: if there is a mistake.
        """
        if not (self.templates / "services" / f"{name}.yaml").is_file():
            raise UnknownService
        offering = Councils([replace(council, services=(name,))])
        letters = Stationery.read(self.templates)
        offered = Catalogue.read(self.templates, offering, letters=letters.names)
        return offered.service(council.id, name)

    def judged(self) -> Catalogue:
        """Read every service and ask every judge.

        :raises FilesRefused: if there is a mistake.
        """
        letters = Stationery.read(self.templates)
        judges = self.judges(letters, self.words())
        return Catalogue.read(self.templates, self.councils(), letters=letters.names, judges=judges)
