"""Looking up a request: who tells its reference and a second fact is known for a while."""

from collections.abc import Mapping

from flask import Response

from channels.pages import forms, visit
from channels.pages.fields import Wrong
from channels.web import addresses, knowing, standing, tracking
from channels.web.asking import WRONG
from channels.web.door import web
from channels.web.tracking import FACT, FORM, KEPT, REFERENCE
from hub import cases
from hub.cases import UnknownCase

_LONGEST = 254


@web.post("/<language:language>/track")
def look_up() -> Response:
    """Look a request up; a wrong reference and a wrong fact are answered alike.

    A note that was written when the time was over is shown again, to be added now.
    """
    typed = tracking.typed_so_far()
    if forms.told(forms.TONGUE):
        return tracking.ask(typed, form=FORM)
    if wrong := tracking.misshapen(typed):
        return tracking.ask(typed, WRONG, wrong=wrong, form=FORM)
    if not _is_found(typed):
        both = Wrong(REFERENCE, visit().say("track_wrong"))
        return tracking.ask(typed, WRONG, wrong={REFERENCE: both, FACT: both}, form=FORM)
    if typed[KEPT]:
        return standing.show(knowing.known(), typed=typed[KEPT], note_of_page="found.kept")
    return addresses.onward(f"/{visit().language}/track/request")


def _is_found(typed: Mapping[str, str]) -> bool:
    """Look a case up; a wrong fact is counted, so the error ends inside the transaction."""
    fact = typed[FACT][:_LONGEST]
    with visit().session() as session:
        try:
            found = cases.look_up(session, reference=typed[REFERENCE], fact=fact)
        except UnknownCase:
            return False
    knowing.remember(found.id, found.resident_id)
    return True
