"""What the law wants said about these pages: how answers are used, made from the definitions."""

from flask import Response

from channels.pages import cookies, visit
from channels.pages.rendering import page
from channels.web import addresses
from channels.web.door import web
from channels.web.hand import service_of
from hub import drafts, interview
from hub.catalogue.definition import Period
from hub.values import Nation

_NOTICES = "any(privacy, accessibility, cookies, contact, 'bin-days')"


@web.get(f"/<{_NOTICES}:notice>")
def notice_in_no_language(notice: str) -> Response:
    """Lead to a notice in the language the browser prefers: its address stands on paper."""
    return addresses.onward(f"/{visit().language}/{notice}")


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
        is_for_others=interview.may_be_for_others(definition),
        kept_for=_said(definition.keep_after_closing),
        drafts_kept=visit().count(drafts.LIVES.days, "days"),
    )


@web.get("/<language:language>/accessibility")
def accessibility() -> Response:
    """Say who can use these pages, what does not work, and how to ask otherwise."""
    here = visit()
    said = here.council.accessibility
    return page(
        "accessibility.html",
        prepared=here.day_after(said.prepared),
        tested=here.day_after(said.tested),
        reply_within=here.count(said.reply_within, "working_days"),
        enforced_by="nir" if here.council.nation is Nation.NORTHERN_IRELAND else "gb",
    )


@web.get("/<language:language>/cookies")
def about_cookies() -> Response:
    """Name the cookies that these pages set."""
    return page(
        "cookies.html",
        cookies=cookies.names(),
        drafts_kept=visit().count(drafts.LIVES.days, "days"),
    )


@web.get("/<language:language>/contact")
def contact() -> Response:
    """Say how to reach the council without these pages."""
    return page("contact.html")


def _said(period: Period) -> str:
    return visit().count(period.count, period.unit.replace(" ", "_"))
