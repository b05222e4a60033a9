"""Where a service in one file comes from, and the sum that shows whether it was changed since."""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date

from hub.files import Fields, Part
from hub.files.part import Plain
from hub.store import canonical

FILE: Mapping[str, str] = {
    "provenance": "provenance: with its council, version, date, licence and hub",
    "definition": "definition: with the service itself",
    "checksum": "checksum: with 64 digits",
}
PROVENANCE: Mapping[str, str] = {
    "council": "council: Aberwen County Council",
    "version": "version: 0a1b2c3d4e5f6071",
    "exported_on": "exported_on: 2026-11-25",
    "licence": "licence: OGL-UK-3.0",
    "hub": "hub: 0.1.0",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Say which council offered a service, in which version, and under which licence."""

    council: str
    version: str
    exported_on: date
    licence: str
    hub: str

    @classmethod
    def read(cls, fields: Fields) -> "Provenance":
        """Read it from a file; what is given after a mistake is no use."""
        words = {name: " ".join(fields.word(name).split()) for name in PROVENANCE}
        day = fields.parsed("exported_on", date.fromisoformat, stand_in=date.min)
        return cls(**{**words, "exported_on": day})  # type: ignore[arg-type]  # only the day is no word

    def plain(self) -> dict[str, Plain]:
        """Give it as it is written."""
        return {name: str(value) for name, value in asdict(self).items()}


def checksum(provenance: Plain, definition: Plain) -> str:
    """Add up a file: any change of a word, a key or an order of a list changes the sum."""
    whole = canonical({"provenance": provenance, "definition": definition})
    return hashlib.sha256(whole.encode()).hexdigest()


def plain_of(part: Part | None) -> Plain:
    """Give a part as it was added up; nothing if it is not there."""
    return part.plain() if part else None
