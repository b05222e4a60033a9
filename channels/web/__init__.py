"""The web door: one question a page, an answer kept at every step, a reference at the end."""

from channels.web import (
    bins,
    coming_back,
    deleting,
    enclosing,
    following,
    looking_up,
    nearby,
    notices,
    questions,
    saving,
    searching,
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
    "bins",
    "coming_back",
    "deleting",
    "enclosing",
    "following",
    "looking_up",
    "nearby",
    "notices",
    "questions",
    "saving",
    "searching",
    "sending",
    "services",
    "tracking",
    "web",
]
