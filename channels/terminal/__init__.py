"""The door for those who run the hub from a terminal: what they ask, and how they are refused."""

from channels.terminal.checking import account, check, verify
from channels.terminal.keeping import migrate, release, seal
from channels.terminal.loading import gazetteer
from channels.terminal.refusing import Terminal, refuse
from channels.terminal.restoring import restore_backup, take_backup

__all__ = [
    "Terminal",
    "account",
    "check",
    "gazetteer",
    "migrate",
    "refuse",
    "release",
    "restore_backup",
    "seal",
    "take_backup",
    "verify",
]
