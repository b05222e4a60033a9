"""From a template and its values to a page in the visit's language."""

from dataclasses import dataclass
from http import HTTPStatus

from flask import Flask, Response, current_app, request

from channels.pages import brand
from channels.pages.visits import Visit, visit
from hub.values import Language

_PLAIN = {"trouble": "", "note": "", "problems": (), "tongue_form": "", "mark": "", "delete": ""}


@dataclass(frozen=True, slots=True)
class Tongue:
    """Hold another language the page can be read in, and where."""

    language: Language
    name: str
    address: str


def prepare(app: Flask) -> None:
    """Let templates stay readable without leaving their indentation on the page."""
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    app.config["TEMPLATES_AUTO_RELOAD"] = False


def page(template: str, status: int = HTTPStatus.OK, /, **values: object) -> Response:
    """Fill a template; `say`, `to`, `address` and the council are there in each."""
    here = visit()
    plain = {**_frame(here), **_PLAIN, "is_wrong": status >= HTTPStatus.BAD_REQUEST}
    html = current_app.jinja_env.get_template(template).render(plain | values)
    return Response(html, status, mimetype="text/html")


def address(endpoint: str, *, service: str | None = None) -> str:
    """Give the address of a page in the visit's language, of a service where it has one."""
    return current_app.url_for(endpoint, language=visit().language, service=service)


def _frame(here: Visit) -> dict[str, object]:
    return {
        "council": here.council,
        "language": here.language,
        "tongues": tongues(),
        "say": here.say,
        "spoken": here.spoken,
        "to": here.to,
        "day": here.day,
        "money": here.money,
        "count": here.count,
        "address": address,
        "host": request.host,
        "path": request.path,
        "css_address": brand.css_address(),
        "brand_address": brand.brand_address(here.council),
        "icon_address": brand.ICON,
    }


def tongues(path: str = "") -> list[Tongue]:
    """Give the other languages, and where this page (or the one at `path`) is in each."""
    here = visit()
    words = here.house.words
    return [
        Tongue(
            other,
            words.say(f"pages.tongue_{other}", other),
            f"/{other}/{path}" if path else _in_language(other),
        )
        for other in here.council.languages
        if other != here.language
    ]


def _in_language(other: Language) -> str:
    """Give this page's address in another language, or the first page where it has none."""
    if request.url_rule is None or "language" not in request.url_rule.arguments:
        return f"/{other}/"
    _, _, rest = request.path[1:].partition("/")
    return f"/{other}/{rest}"
