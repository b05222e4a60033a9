"""Enclosures: the photos and documents that came with a draft, and go with its case.

The answers of a draft say which documents there are, by hash; the enclosures follow them, with
name, size and thumbnail beside. What is inside a file is judged outside the hub, by an `Opener`.
"""

from hub.enclosures.naming import shown_name
from hub.enclosures.opener import LARGEST, NotOpened, Opened, Opener, OpenerAway, Why
from hub.enclosures.queries import Enclosed, of_case, of_draft, thumbnail_of
from hub.enclosures.rows import Enclosure
from hub.enclosures.verbs import (
    MOST_ADDED,
    TooManyEnclosures,
    UnknownEnclosure,
    add,
    erase,
    follow,
    hand_over,
    let_go,
    remove_all,
    take,
)

__all__ = [
    "LARGEST",
    "MOST_ADDED",
    "Enclosed",
    "Enclosure",
    "NotOpened",
    "Opened",
    "Opener",
    "OpenerAway",
    "TooManyEnclosures",
    "UnknownEnclosure",
    "Why",
    "add",
    "erase",
    "follow",
    "hand_over",
    "let_go",
    "of_case",
    "of_draft",
    "remove_all",
    "shown_name",
    "take",
    "thumbnail_of",
]
