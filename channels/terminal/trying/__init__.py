"""A service tried in the terminal, question by question, without keeping anything."""

from channels.terminal.trying.command import DoorNotBuilt, try_service

__all__ = ["DoorNotBuilt", "try_service"]
