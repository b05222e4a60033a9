"""The people who ask, the passport that says how each can be answered, and their contacts."""

from hub.people.consents import (
    Consented,
    ConsentState,
    confirm_consent,
    consent_state,
    keep_consent,
    withdraw_consent,
)
from hub.people.contacts import (
    Contact,
    ContactState,
    Reached,
    contact_state,
    mark_unreachable,
    may_write_to,
    opt_in,
    opt_out,
)
from hub.people.forgetting import forget, forget_contacts
from hub.people.passport import Passport, Way
from hub.people.queries import passport_of
from hub.people.rows import Consent, PassportRow, Resident
from hub.people.sameness import Said, TooManyTheSame, all_of, decide, told_apart, undo
from hub.people.surnames import is_surname, may_be_surname
from hub.people.verbs import add

__all__ = [
    "Consent",
    "ConsentState",
    "Consented",
    "Contact",
    "ContactState",
    "Passport",
    "PassportRow",
    "Reached",
    "Resident",
    "Said",
    "TooManyTheSame",
    "Way",
    "add",
    "all_of",
    "confirm_consent",
    "consent_state",
    "contact_state",
    "decide",
    "forget",
    "forget_contacts",
    "is_surname",
    "keep_consent",
    "mark_unreachable",
    "may_be_surname",
    "may_write_to",
    "opt_in",
    "opt_out",
    "passport_of",
    "told_apart",
    "undo",
    "withdraw_consent",
]
