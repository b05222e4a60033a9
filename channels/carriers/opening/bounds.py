"""How much a file may ask for, and how little this process keeps for opening it."""

import os
import resource
from dataclasses import dataclass

_MEBIBYTE = 1024 * 1024
_MEMORY = 1024 * _MEBIBYTE
_SECONDS = 30  # of a processor's time
_WRITTEN = 60 * _MEBIBYTE
_OPEN_FILES = 16
_PATIENCE = 10  # pages of the web come first


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Bound one file: dots of a picture, pages, and bytes of what is packed in it or kept of it."""

    dots: int = 60_000_000
    pages: int = 50
    inflated: int = 100 * _MEBIBYTE
    kept: int = 50 * _MEBIBYTE
    thumbnail: int = 320


def give_up() -> None:
    """Give up memory, time and files beyond what opening one file takes, for good."""
    for what, most in (
        (resource.RLIMIT_AS, _MEMORY),
        (resource.RLIMIT_CPU, _SECONDS),
        (resource.RLIMIT_FSIZE, _WRITTEN),
        (resource.RLIMIT_NOFILE, _OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))
    os.nice(_PATIENCE)
