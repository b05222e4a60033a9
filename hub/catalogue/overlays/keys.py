"""The keys of an overlay, on top of those of a service."""

from collections.abc import Mapping

from hub.catalogue.loading.keys import SERVICE

CHANGES = "changes"
WITHOUT = "without"
ACCEPTED = "accepted"

# What a list of questions, of options or of signs of danger may say about one of its members.
CHANGE = "change"
LEAVE_OUT = "leave_out"
AFTER = "after"
BEFORE = "before"
VERBS = (CHANGE, LEAVE_OUT, AFTER, BEFORE)
OWN = frozenset({*VERBS, WITHOUT})

# The keys that name a member of such a list.
NAMES = frozenset({"id", "several", "stop", "fact"})
# Lists whose members have names: an overlay writes changes there, and not the whole list.
NAMED = frozenset({"questions", "options", "urgent"})
# Mappings of which an overlay may write some keys only; every other value is written whole.
PARTLY = frozenset(
    {"standard", "search", "routing", "deadline", "lasts", "letters", "keep", "privacy"}
)

TERMS: Mapping[str, str] = {name: example for name, example in SERVICE.items() if name != "service"}
OVERLAY: Mapping[str, str] = {
    CHANGES: "changes: missed-bin",
    WITHOUT: "without: [fee, pay_by]",
    ACCEPTED: "accepted: {bin.ask: 1a2b3c4d}",
    **TERMS,
}
