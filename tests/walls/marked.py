"""A resident whose every answer is marked, so that it is known wherever it shows."""

import re
from collections.abc import Mapping
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from tests.walls.installed import SERVICE, Installed
from tests.web.answers import EVERYTHING
from tests.web.visitor import Form, Visitor, said

MARKS = ("zqxvk", "98765432", "ZQ12 QQX", "07700 900777", "LL99 8QX", "LL998QX")
"""What stands in no word of the program, of the library or of another council, nor by chance in
a cookie or a token."""

POSTCODE, SURNAME, EMAIL = "LL99 8QX", "Zqxvkfamily", "zqxvkann@example.org"
SHOWN = re.compile(r"\b(\d{4} \d{3} \d{4})\b")
MARKED: Mapping[str, Form] = {
    **EVERYTHING,
    "label": said("Zqxvklabel"),
    "story": said("Zqxvkstory of a dog"),
    "permit": said("9876 5432"),
    "plate": said("ZQ12 QQX"),
    "things.1.what": said("Zqxvksofa"),
    "things.2.what": said("Zqxvkbed"),
    "neighbour": said("Zqxvkneighbour"),
    "ring": said("07700 900777"),
    "spot": said("Behind Zqxvkchapel"),
    "home": {"line1": "1 Zqxvkstreet", "line2": "Zqxvk", "town": "Zqxvktown", "postcode": POSTCODE},
    "picture": {},
    "your_name": said(f"Zqxvkann {SURNAME}"),
    "email": said(EMAIL),
}


def marks_in(text: str) -> set[str]:
    """Give the marks that stand in a text."""
    return {mark for mark in MARKS if mark.lower() in text.lower()}


def a_marked_document() -> bytes:
    """Make a PDF whose words are marked, and lie in it as they are."""
    written = BytesIO()
    canvas = Canvas(written, pageCompression=0)
    canvas.drawString(72, 720, "Zqxvkpaper")
    canvas.save()
    return written.getvalue()


def ask(visitor: Visitor, service: str, **answers: Form) -> str:
    """Ask for a service with marked answers and a marked file, and give the reference."""
    told = {**MARKED, **answers}
    way = visitor.answer_until(visitor.begin(service), told, last="picture")
    visitor.open(way[-1])
    visitor.upload(way[-1], ("zqxvkpaper.pdf", a_marked_document()))
    visitor.open(way[-1])
    visitor.answer_until(way[-1], told)
    found = SHOWN.search(visitor.submit(service).text)
    assert found
    return found[1]


def ask_twice(here: Installed, visitor: Visitor) -> tuple[str, str]:
    """Ask by letter and by e-mail, have all work done, and give both references."""
    asked = ask(visitor, SERVICE), ask(visitor, SERVICE, answer_by=said("e-mail"))
    here.work()
    return asked
