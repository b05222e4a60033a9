"""What the law wants said about these pages: how answers are used, made from the definitions."""

from flask import Response

from channels.pages import visit
from channels.pages.rendering import page
from channels.web import addresses
from channels.web.door import web
from channels.web.hand import service_of
from hub import drafts, interview
from hub.catalogue.definition import Period


@web.get("/privacy")
def privacy_in_no_language() -> Response:
    """Lead to the privacy notice in the language the browser prefers."""
    return addresses.onward(f"/{visit().language}/privacy")


@web.get("/<language:language>/privacy")
def privacy() -> Response:
    """Say what holds for every service, and lead to what is said of each."""
    here = visit()
    return page(
        "privacy.html",
        services=here.house.catalogue.services(here.council.id),
        drafts_kept=here.count(drafts.LIVES.days, "days"),
    )


@web.get("/<language:language>/privacy/<service>")
def privacy_of(service: str) -> Response:
    """Say what a service asks and keeps, why, for how long and who is given it."""
    definition = service_of(service)
    return page(
        "privacy_service.html",
        service=definition,
        told=definition.privacy,
        asked=interview.everything_asked(definition),
        kept_for=_said(definition.keep_after_closing),
        drafts_kept=visit().count(drafts.LIVES.days, "days"),
    )


def _said(period: Period) -> str:
    return visit().count(period.count, period.unit.replace(" ", "_"))
