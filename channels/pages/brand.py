"""How a council looks: our one style sheet, its colours, its mark."""

import hashlib
from functools import cache
from pathlib import Path

from flask import Blueprint, Response
from markupsafe import escape

from channels.pages.visits import visit
from hub.councils import Council

STATIC = Path(__file__).parent / "static"
ICON = "/icon.svg"
_MONTH = 30 * 24 * 3600
_HOUR = 3600
_ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
    '<rect width="32" height="32" rx="7" fill="{ground}"/>'
    '<text x="16" y="23" text-anchor="middle" font-family="sans-serif" font-weight="700"'
    ' font-size="20" fill="{ink}">{letter}</text></svg>'
)

brand = Blueprint("brand", __name__)


@brand.get("/brand.css")
def colours() -> Response:
    """Give the council's colours to the style sheet."""
    return _kept(_colours(visit().council), "text/css", _MONTH)


@brand.get("/hub.css")
def sheet() -> Response:
    """Give the style sheet."""
    return _kept(_sheet(), "text/css", _MONTH)


@brand.get(ICON)
def icon() -> Response:
    """Give the council's mark: its first letter in its colours."""
    council = visit().council
    letter = escape(visit().to(council.name)[0])
    drawn = _ICON.format(ground=council.brand.primary, ink=council.brand.on_primary, letter=letter)
    response = _kept(drawn, "image/svg+xml", _HOUR)
    response.vary.add("Accept-Language")
    return response


@cache
def css_address() -> str:
    """Give the style sheet's address, another one for every change of it."""
    return f"/hub.css?v={_mark(_sheet())}"


def brand_address(council: Council) -> str:
    """Give the address of the council's colours, another one for every change of them."""
    return f"/brand.css?v={_mark(_colours(council))}"


@cache
def _sheet() -> str:
    return (STATIC / "hub.css").read_text(encoding="utf-8")


def _colours(council: Council) -> str:
    look = council.brand
    return (
        f":root{{--primary:{look.primary};--on-primary:{look.on_primary};--accent:{look.accent}}}\n"
    )


@cache
def _mark(content: str) -> str:
    return hashlib.sha256(content.encode()).hexdigest()[:10]


def _kept(content: str, kind: str, seconds: int) -> Response:
    response = Response(content, mimetype=kind)
    response.cache_control.public = True
    response.cache_control.max_age = seconds
    return response
