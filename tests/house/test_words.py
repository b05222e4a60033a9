"""Whatever can be refused or said has its words, in every language that the hub speaks."""

import importlib
import pkgutil
from pathlib import Path

import channels
import hub
import workers
from hub.errors import HubError
from hub.words import Words
from tests.house import source


def test_every_error_has_its_words(templates: Path) -> None:
    _import_everything()
    spoken = Words.read(templates).keys()  # refused, when one of the languages is missing

    silent = [
        f"{error.__module__}.{error.__qualname__}: {error.key}"
        for error in _below(HubError)
        if f"errors.{error.key}" not in spoken
    ]

    source.none_of(silent, "write the words into templates/words/errors.yaml")


def test_every_error_has_a_key_of_its_own() -> None:
    _import_everything()
    keys = [error.key for error in _below(HubError)]

    source.none_of({key for key in keys if keys.count(key) > 1}, "two errors share a key")


def test_no_words_stand_for_an_error_that_is_gone(templates: Path) -> None:
    _import_everything()
    known = {"errors.hub_error", *(f"errors.{error.key}" for error in _below(HubError))}

    spoken = Words.read(templates).keys()

    said = {key for key in spoken if key.startswith("errors.")}

    source.none_of(said - known, "take these out of templates/words/errors.yaml")


def _import_everything() -> None:
    for package in (hub, channels, workers):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if ".migrations." not in module.name:
                importlib.import_module(module.name)
    importlib.import_module("main")


def _below(kind: type[HubError]) -> list[type[HubError]]:
    """Give the house's own errors below this one."""
    found = [one for one in kind.__subclasses__() if not one.__module__.startswith("tests")]
    return found + [deeper for one in found for deeper in _below(one)]
