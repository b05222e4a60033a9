"""Every room of the hub, imported, so that all tables are known."""

import importlib
import pkgutil

import hub


def import_every_room() -> None:
    """Import all modules of the hub but its migrations, which are no part of the program."""
    for module in pkgutil.walk_packages(hub.__path__, "hub."):
        if ".migrations" not in module.name:
            importlib.import_module(module.name)
