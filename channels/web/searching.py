"""Looking for a service by one's own words; they are sent in the form and stand in no address."""

from flask import Response, request

from channels.pages import limits, visit
from channels.web import addresses
from channels.web.door import web
from channels.web.services import first_page

_WORDS = "words"
_LONGEST = 200


@web.get("/<language:language>/find")
def nothing_sought() -> Response:
    """Lead someone who reloads or shares the address back to the first page."""
    return addresses.onward(f"/{visit().language}/")


@web.post("/<language:language>/find")
def find() -> Response:
    """Show the services that the words may mean, above the list of all."""
    here, words = visit(), request.form.get(_WORDS, "").strip()[:_LONGEST]
    if not words:
        return first_page()
    limits.demand(limits.SOUGHT)
    return first_page(sought=words, found=here.house.catalogue.look_for(here.council.id, words))


def ask_again(trouble: str, status: int) -> Response:
    """Show the first page with the words that were typed."""
    return first_page(sought=request.form.get(_WORDS, ""), trouble=trouble, status=status)
