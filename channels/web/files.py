"""One file that was sent, as the list on its question's page shows it."""

from dataclasses import dataclass

from channels.pages import Visit
from channels.web import addresses
from hub.enclosures import Enclosed

_KILO, _MEGA = 1000, 1_000_000
_PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class Sent:
    """Hold what the list says of a file: its name, what it is, its picture, how it is removed."""

    id: str
    name: str
    about: str
    thumbnail: str


def sent(visit: Visit, service: str, enclosed: Enclosed) -> Sent:
    """Say a file as the list does: "PDF, 3 pages, 1.2 MB"."""
    return Sent(
        id=str(enclosed.id),
        name=enclosed.name or visit.say("files.unnamed"),
        about=f"{_what(visit, enclosed)}, {size(enclosed.size)}",
        thumbnail=addresses.thumbnail(service, enclosed.id),
    )


def size(count: int) -> str:
    """Say how large a file is: "340 kB", "1.2 MB"."""
    if count < _MEGA:
        return f"{max(1, round(count / _KILO))} kB"
    return f"{count / _MEGA:.1f} MB"


def _what(visit: Visit, enclosed: Enclosed) -> str:
    if enclosed.kind != _PDF:
        return visit.say("files.photo")
    pages = "page" if enclosed.pages == 1 else "pages"
    return f"PDF, {visit.say(f'files.{pages}', count=enclosed.pages)}"
