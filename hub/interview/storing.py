"""An interview put away between two steps, and taken up again, perhaps under a newer definition."""

from collections.abc import Mapping, Sequence
from datetime import date

from hub.catalogue.definition import Service
from hub.interview import moving
from hub.interview.interview import Interview


def resume(
    service: Service,
    kept: Mapping[str, object],
    asked_on: date,
    *,
    before: Service | None = None,
) -> Interview:
    """Take an interview up again, from its `version`, `asked_on`, `answers` and `changed`.

    Under the version and on the day that it was stored nothing changes. Otherwise every answer is
    judged again: what is still valid stays, and what is not will be asked anew. What changed with
    the version is marked; `before` is the service as it was answered, if that is still known, and
    without it only what is asked anew can be marked.
    """
    answers, version = kept.get("answers"), kept.get("version")
    if not isinstance(answers, Mapping):
        return Interview(service, asked_on)
    marked, is_newer = _marked(kept), isinstance(version, str) and version != service.version
    if version == service.version and kept.get("asked_on") == asked_on.isoformat():
        return Interview(service, asked_on, dict(answers), marked)
    move = moving.Move(service, before if is_newer else None, asked_on)
    stay = move.staying(answers)
    if is_newer:
        marked |= move.changed(answers, stay)
    return Interview(service, asked_on, stay, frozenset(marked & move.now.keys()))


def _marked(kept: Mapping[str, object]) -> frozenset[str]:
    marked = kept.get("changed")
    return frozenset(map(str, marked)) if isinstance(marked, Sequence) else frozenset()
