"""The words under which this browser's drafts are found again: one a service, in its cookie."""

from flask import session

from hub.drafts import UnknownDraft

_OPEN = "drafts"
_SENT = "sent"
_MOST = 12  # of each kind: a browser refuses a cookie above 4 kB


def token_of(service: str) -> str:
    """Give the word for a service's draft, an open one or else the one that was sent.

    :raises UnknownDraft: if this browser has none.
    """
    for kind in (_OPEN, _SENT):
        token = session.get(kind, {}).get(service)
        if isinstance(token, str):
            return token
    raise UnknownDraft


def has_open(service: str) -> bool:
    """Say whether this browser has answers of a service that were not sent."""
    return service in session.get(_OPEN, {})


def remember(service: str, token: str) -> None:
    """Keep the word for a service's open draft."""
    session[_OPEN] = _with(_OPEN, service, token)


def settle(service: str) -> None:
    """Keep the word of a draft that was sent, so that its confirmation can be opened again."""
    if has_open(service):
        session[_SENT] = _with(_SENT, service, token_of(service))
        forget(service)


def forget(service: str) -> None:
    """Forget the word for a service's open draft."""
    if has_open(service):
        session[_OPEN] = _without(_OPEN, service)


def _with(kind: str, service: str, token: str) -> dict[str, str]:
    """Add a word; of many, the oldest is forgotten."""
    newest = dict(list(_without(kind, service).items())[-(_MOST - 1) :])
    return {**newest, service: token}


def _without(kind: str, service: str) -> dict[str, str]:
    return {name: token for name, token in session.get(kind, {}).items() if name != service}
