"""The people who ask, and the passport that says how each can be answered."""

from hub.people.passport import Passport, Way
from hub.people.queries import passport_of
from hub.people.rows import PassportRow, Resident
from hub.people.surnames import is_surname, may_be_surname
from hub.people.verbs import add

__all__ = [
    "Passport",
    "PassportRow",
    "Resident",
    "Way",
    "add",
    "is_surname",
    "may_be_surname",
    "passport_of",
]
