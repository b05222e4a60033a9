"""All councils of an installation, and how each is found."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Self

from hub.councils import hosts, reading
from hub.councils.council import Council
from hub.errors import Refused
from hub.files import FilesRefused, Part, Proof

FILE = "council.yaml"


class UnknownCouncil(Refused):
    """Say that no council lives at this address or has this id."""

    key = "unknown_council"


class CouncilsRefused(FilesRefused):
    """Refuse the files of councils that have mistakes."""

    key = "councils_refused"


class Councils:
    """Hold the councils, found by their host or id."""

    def __init__(self, councils: Iterable[Council]) -> None:
        self._by_id = {council.id: council for council in councils}
        self._by_host = {host: council for council in self for host in council.hosts}

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Read `<id>/council.yaml` of each council in a folder.

        :raises CouncilsRefused: if there is none, or a file has a mistake.
        """
        proof = Proof()
        paths = sorted(folder.glob(f"*/{FILE}"))
        if not paths:
            nowhere = Part(None, folder.name, 1, "")
            proof.mark(nowhere, "There is no council here.", f"Write <name>/{FILE}.")
        read = [reading.read(path, root=folder.parent, proof=proof) for path in paths]
        councils = [council for council in read if council]
        _mark_shared_hosts(councils, folder, proof)
        if proof.mistakes:
            raise CouncilsRefused(proof.mistakes)
        return cls(councils)

    def __iter__(self) -> Iterator[Council]:
        """Walk the councils in the order of their ids."""
        return iter(self._by_id.values())

    def __len__(self) -> int:
        """Count the councils."""
        return len(self._by_id)

    def by_host(self, host: str) -> Council:
        """Give the council that answers at a host, with or without a port; the only one always.

        :raises UnknownCouncil: if there are several and none of them answers there, or no host can
            have this name.
        """
        name = hosts.name_of(host)
        if council := self._by_host.get(name):
            return council
        if name and len(self) == 1:
            return next(iter(self))
        raise UnknownCouncil

    def by_id(self, council_id: str) -> Council:
        """Give the council with this id.

        :raises UnknownCouncil: if there is none.
        """
        if council_id not in self._by_id:
            raise UnknownCouncil(council=council_id)
        return self._by_id[council_id]

    def only(self, council_id: str | None) -> Council:
        """Give the council with this id; the only one there is where none is said.

        :raises UnknownCouncil: if there is none, or there are several and none is said.
        """
        if council_id is None and len(self) == 1:
            return next(iter(self))
        return self.by_id(council_id or "")


def _mark_shared_hosts(councils: list[Council], folder: Path, proof: Proof) -> None:
    owners: dict[str, str] = {}
    for council in councils:
        for host in council.hosts:
            first = owners.setdefault(host, council.id)
            if first != council.id:
                at = Part(None, f"{folder.name}/{council.id}/{FILE}", 1, "hosts")
                what = f"The host “{host}” belongs to {first} already."
                proof.mark(at, what, "Name each host in one council only.")
