"""The compose file as the tests read it: what is started, with which words and settings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML

from tests.provision.house import HOUSE

FILE = HOUSE / "docker-compose.yml"
TEXTS = HOUSE / "docker-compose.texts.yml"


@dataclass(frozen=True)
class Service:
    """One program of the file: its words, and its settings as they are written."""

    name: str
    image: str
    words: Sequence[str]
    environ: Mapping[str, str]
    secrets: Sequence[str]
    read_only: bool

    @property
    def is_ours(self) -> bool:
        """Say whether it runs the hub's own image."""
        return self.image.startswith("clicks-and-bricks-hub")


def services() -> tuple[Service, ...]:
    """Give everything that the file starts, in its order."""
    read = YAML(typ="safe").load(FILE.read_text(encoding="utf-8"))
    return tuple(_service(name, told) for name, told in read["services"].items())


def texts() -> tuple[Mapping[str, Mapping[str, str]], Mapping[str, str]]:
    """Give what the file for texts adds to each program, and the file of each secret."""
    read = YAML(typ="safe").load(TEXTS.read_text(encoding="utf-8"))
    added = {name: told["environment"] for name, told in read["services"].items()}
    return added, {name: told["file"] for name, told in read["secrets"].items()}


def volumes_and_secrets() -> tuple[set[str], Mapping[str, str]]:
    """Give the names of the volumes, and the file of each secret."""
    read = YAML(typ="safe").load(FILE.read_text(encoding="utf-8"))
    return set(read["volumes"]), {name: told["file"] for name, told in read["secrets"].items()}


def _service(name: str, told: Mapping[str, Any]) -> Service:
    return Service(
        name=name,
        image=told["image"],
        words=tuple(map(str, told.get("command", ()))),
        environ={key: str(value) for key, value in told.get("environment", {}).items()},
        secrets=tuple(told.get("secrets", ())),
        read_only=bool(told.get("read_only")),
    )
