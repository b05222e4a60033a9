"""All services of all councils, as their files say now."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Self

from hub.catalogue import looking_for
from hub.catalogue.definition import Service
from hub.catalogue.judging import Judge
from hub.catalogue.looking_for import Told
from hub.catalogue.shelf import Shelf
from hub.catalogue.versions import DefinitionRefused
from hub.councils import Councils
from hub.errors import Refused
from hub.files import Mistake


class UnknownService(Refused):
    """Say that the council offers no such service."""

    key = "unknown_service"


class Catalogue:
    """Hold every service as each council offers it."""

    def __init__(self, offered: Iterable[tuple[str, Service]]) -> None:
        self._offered = {(council, service.id): service for council, service in offered}
        self._told: dict[str, tuple[Told, ...]] = {}

    @classmethod
    def read(
        cls,
        templates: Path,
        councils: Councils,
        *,
        letters: AbstractSet[str] | None = None,
        judges: Sequence[Judge] = (),
        texts: bool = True,
    ) -> Self:
        """Read `templates/services` for each council.

        `letters` are the names of the letters there are, by default those in `templates/letters`;
        `judges` are asked on top of those who judge the structure. Without `texts` no answer by
        text message is offered.

        :raises DefinitionRefused: with every mistake in every file, if there is one.
        """
        shelf = Shelf.read(templates, councils, letters=letters, judges=judges, texts=texts)
        if shelf.mistakes:
            raise DefinitionRefused(shelf.mistakes)
        return cls(shelf.offered)

    @classmethod
    def check(
        cls,
        templates: Path,
        councils: Councils,
        *,
        letters: AbstractSet[str] | None = None,
        judges: Sequence[Judge] = (),
    ) -> tuple[Mistake, ...]:
        """Give every mistake in every file of a service, none if all is well."""
        try:
            cls.read(templates, councils, letters=letters, judges=judges)
        except DefinitionRefused as refused:
            return refused.mistakes
        return ()

    def service(self, council_id: str, service_id: str) -> Service:
        """Give a service as a council offers it.

        :raises UnknownService: if the council offers no such service.
        """
        if (council_id, service_id) not in self._offered:
            raise UnknownService
        return self._offered[council_id, service_id]

    def services(self, council_id: str) -> tuple[Service, ...]:
        """Give the services of a council in the order in which it lists them."""
        return tuple(
            service for (council, _), service in self._offered.items() if council == council_id
        )

    def look_for(self, council_id: str, words: str) -> tuple[Service, ...]:
        """Give the services of a council that these words may mean, the likeliest first.

        What each service is told by is made when a council's services are first looked for, and
        kept: the files do not change while this catalogue is used.
        """
        if council_id not in self._told:
            services = self.services(council_id)
            self._told[council_id] = tuple(looking_for.tell(service) for service in services)
        return looking_for.look_for(self._told[council_id], words)
