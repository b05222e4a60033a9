"""An interview under way, at any door: kept at every step, so that nothing typed is lost."""

from hub.drafts.rows import Draft, DraftState
from hub.drafts.verbs import (
    AlreadySent,
    UnknownDraft,
    close,
    discard,
    external_id,
    find,
    interview_of,
    join,
    keep,
    lapse,
    start,
    take,
)

__all__ = [
    "AlreadySent",
    "Draft",
    "DraftState",
    "UnknownDraft",
    "close",
    "discard",
    "external_id",
    "find",
    "interview_of",
    "join",
    "keep",
    "lapse",
    "start",
    "take",
]
