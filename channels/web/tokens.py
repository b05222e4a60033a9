"""The words under which this browser's drafts are found again: one a service, in its cookie."""

import hashlib

from flask import session

from hub.drafts import UnknownDraft

_OPEN = "drafts"
_SENT = "sent"
_MOST = 12  # of each kind: a browser refuses a cookie above 4 kB


class OtherDraft(ValueError):
    """Say that a page was made for another draft than the one this browser has open now."""


def mark_of(token: str) -> str:
    """Give what a page may show of a word: it tells two drafts apart and opens neither."""
    return hashlib.sha256(b"mark:" + token.encode("utf-8", "replace")).hexdigest()[:16]


def kept(service: str) -> list[str]:
    """Give the words of this browser's drafts of a service: the open one, then the sent one."""
    both = (session.get(kind, {}).get(service) for kind in (_OPEN, _SENT))
    return [token for token in both if isinstance(token, str)]


def newest(service: str) -> str:
    """Give the word for a service's draft, an open one or else the one that was sent.

    :raises UnknownDraft: if this browser has none.
    """
    for token in kept(service):
        return token
    raise UnknownDraft


def of_page(service: str, mark: str) -> str:
    """Give the word of the draft that a page with this mark was made for.

    :raises UnknownDraft: if this browser has no open draft any more.
    :raises OtherDraft: if it has another one open.
    """
    for token in kept(service):
        if mark_of(token) == mark:
            return token
    raise OtherDraft if has_open(service) else UnknownDraft


def has_open(service: str) -> bool:
    """Say whether this browser has answers of a service that were not sent."""
    return service in session.get(_OPEN, {})


def remember(service: str, token: str) -> None:
    """Keep the word for a service's open draft."""
    session[_OPEN] = _with(_OPEN, service, token)


def settle(service: str, token: str) -> None:
    """Keep the word of a draft that was sent, so that its confirmation can be opened again."""
    if session.get(_OPEN, {}).get(service) == token:
        session[_SENT] = _with(_SENT, service, token)
        session[_OPEN] = _without(_OPEN, service)


def forget(service: str, token: str) -> None:
    """Forget one word of a service."""
    for kind in (_OPEN, _SENT):
        if session.get(kind, {}).get(service) == token:
            session[kind] = _without(kind, service)


def _with(kind: str, service: str, token: str) -> dict[str, str]:
    """Add a word; of many, the oldest is forgotten."""
    newest_ones = dict(list(_without(kind, service).items())[-(_MOST - 1) :])
    return {**newest_ones, service: token}


def _without(kind: str, service: str) -> dict[str, str]:
    return {name: token for name, token in session.get(kind, {}).items() if name != service}
