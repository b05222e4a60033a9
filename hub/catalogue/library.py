"""The shared library: the folder of services, and how a new one comes into it."""

import re
from pathlib import Path

from hub.errors import Refused

FOLDER = "services"
ABOUT_YOU_FILE = "_about-you.yaml"
_KEBAB = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_MODEL = "new-service.yaml"


class ServiceExists(Refused):
    """Say that the library has a service of this name."""

    key = "service_exists"


class WrongServiceName(Refused):
    """Say that this cannot be the name of a service."""

    key = "wrong_service_name"


def place_for(templates: Path, name: str) -> Path:
    """Give the file that a new service will have.

    :raises WrongServiceName: if it is no word of small letters, digits and hyphens.
    :raises ServiceExists: if there is one already.
    """
    if not _KEBAB.fullmatch(name):
        raise WrongServiceName(service=name[:60])
    path = templates / FOLDER / f"{name}.yaml"
    if path.exists():
        raise ServiceExists(service=name)
    return path


def put(path: Path, written: str) -> None:
    """Put a new file into the library, and never over another.

    :raises ServiceExists: if somebody was quicker.
    """
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(written)
    except FileExistsError as error:
        raise ServiceExists(service=path.stem) from error


def begin(templates: Path, name: str, *, team: str, letter: str) -> Path:
    """Write a service that is right but for its words, and give its file.

    :raises WrongServiceName: if it cannot be called so.
    :raises ServiceExists: if there is one already.
    """
    path = place_for(templates, name)
    model = (templates / _MODEL).read_text(encoding="utf-8")
    put(path, model.replace("NAME", name).replace("TEAM", team).replace("LETTER", letter))
    return path
