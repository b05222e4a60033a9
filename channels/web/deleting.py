"""Leaving no trace: a computer in a library is somebody else's a minute later."""

from collections.abc import Sequence
from http import HTTPStatus

from flask import Response

from channels.pages import forms, visit
from channels.pages.rendering import page
from channels.web import addresses, tokens
from channels.web.door import web
from channels.web.hand import service_of
from hub import drafts
from hub.drafts import UnknownDraft

_KEEP = "keep"  # that the answers stay saved


@web.get(f"/<language:language>/report/<service>/{addresses.DELETE}")
def offer_to_delete(service: str) -> Response:
    """Ask before anything is deleted, or say that nothing is kept here."""
    return ask(service)


@web.post(f"/<language:language>/report/<service>/{addresses.DELETE}")
def delete(service: str) -> Response:
    """Empty the draft that was not sent, and let this browser forget all it knows of a service.

    Saved answers may stay, for who has the code.
    """
    service_of(service)
    kept = tokens.kept(service)
    if not (forms.told(_KEEP) and _is_saved(service)):
        _discard(kept)
    for token in kept:
        tokens.forget(service, token)
    return addresses.onward(addresses.own(service, addresses.DELETE))


def ask(service: str, *, status: int = HTTPStatus.OK, trouble: str = "") -> Response:
    """Show what would be deleted: answers that were not sent, or only the way back to a case."""
    is_open = tokens.has_open(service)
    about = "open" if is_open else "sent" if tokens.kept(service) else "none"
    if is_open and _is_saved(service):
        about = "saved"
    return page(
        "delete.html",
        status,
        service=service_of(service),
        about=about,
        trouble=trouble,
        stay=addresses.own(service, addresses.GO_ON if is_open else addresses.DONE),
    )


def _discard(kept: Sequence[str]) -> None:
    with visit().session() as session:
        for token in kept:
            try:
                drafts.discard(session, token)
            except UnknownDraft:
                continue  # it lapsed: there is nothing left of it


def _is_saved(service: str) -> bool:
    try:
        with visit().reading() as session:
            return bool(drafts.find(session, tokens.newest(service)).is_saved)
    except UnknownDraft:
        return False
