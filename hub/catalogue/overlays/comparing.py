"""One overlay beside the library's service, for `hub diff`."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hub import files
from hub.catalogue.overlays.accepting import fits
from hub.catalogue.overlays.changes import Change
from hub.catalogue.overlays.merging import merge
from hub.catalogue.versions import DefinitionRefused
from hub.files import Part, Proof


@dataclass(frozen=True, slots=True)
class Compared:
    """Hold an overlay and what it changes; whether it still fits is asked change by change."""

    path: Path
    overlay: Part
    changes: tuple[Change, ...]

    def fits(self, change: Change) -> bool:
        """Say whether somebody accepted a change against what the library says now."""
        return fits(self.overlay, change)


def overlays_of(templates: Path, council_id: str) -> Iterator[Path]:
    """Give the file of each overlay that a council has, by name."""
    yield from sorted((templates / "councils" / council_id / "services").glob("*.yaml"))


def compare(templates: Path, path: Path) -> Compared:
    """Lay an overlay beside the library's service.

    :raises DefinitionRefused: if one of the two cannot be read, or they do not go together.
    """
    proof = Proof()
    overlay = files.read(path, root=templates, proof=proof)
    library = files.read(templates / "services" / path.name, root=templates, proof=proof)
    merged = merge(library, overlay, proof) if library and overlay else None
    if merged is None or overlay is None or proof.mistakes:
        raise DefinitionRefused(proof.mistakes)
    return Compared(path, overlay, merged.changes)
