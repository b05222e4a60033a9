"""The web door: one question a page, an answer kept at every step, a reference at the end."""

from channels.web import (
    deleting,
    enclosing,
    following,
    looking_up,
    nearby,
    questions,
    sending,
    services,
    tracking,
)
from channels.web.door import web
from channels.web.refusing import SHOWN_AGAIN, TAKES_FILES

SENDS = "web.send"
LOOKS_UP = "web.look_up"

__all__ = [
    "LOOKS_UP",
    "SENDS",
    "SHOWN_AGAIN",
    "TAKES_FILES",
    "deleting",
    "enclosing",
    "following",
    "looking_up",
    "nearby",
    "questions",
    "sending",
    "services",
    "tracking",
    "web",
]
