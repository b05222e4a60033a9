"""A resident who asks for something, page by page, as the pages ask for it.

It knows some answers by the questions' ids; whatever else is asked it answers by the look of the
form, and when a page comes back with a problem it tries the next thing a person would.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from itertools import product
from types import MappingProxyType

from tests.provision import pages
from tests.provision.pages import Control, Form, Page
from tests.provision.visitor import Visitor

_MOST_PAGES = 60
_MOST_DAYS = 5
_HOME = MappingProxyType(
    {"line1": "12 Heol y Bont", "line2": "", "town": "Aberwen", "postcode": "LL99 9ZZ"}
)
_TYPED = ("12345678", "2", "AB123456C", "07700 900123", "resident@example.org", "Llŷr Ŵyn")
_CHECK = "check"
_PICKED = {"radio", "checkbox"}
_DATES = tuple(
    (datetime.now(UTC) + timedelta(days=days)).date() for days in (-1, -3, -7, 14, -365 * 50)
)


class Stuck(AssertionError):
    """Say which page a resident could not get past."""


class Taken(Exception):
    """Say that the day was taken by somebody else just before the request was sent."""


@dataclass
class Resident:
    """Ask for one service in one language; `told` are the answers that matter to the test."""

    visitor: Visitor
    service: str = "missed-bin"
    language: str = "cy"
    told: Mapping[str, str] = field(default_factory=dict)
    address: Mapping[str, str] = field(default_factory=lambda: _HOME)

    def submit(self) -> str:
        """Ask from the first page to the last, and give the reference that was shown."""
        for _ in range(_MOST_DAYS):
            try:
                return self.send(self.walk())
            except Taken:
                continue
        raise Stuck("somebody else was quicker on every day")

    def walk(self) -> Page:
        """Answer every question, and give the page on which the answers are read over."""
        first = self.visitor.get(f"/{self.language}/")
        link = next(pages.addressed(first, f"/{self.service}"), None)
        if link is None:
            raise Stuck(f"no link to {self.service}: {first.trouble}")
        start = self.visitor.get(link)
        page = self.visitor.post(start, start.forms[-1], {})
        for _ in range(_MOST_PAGES):
            if page.path == _CHECK:
                return page
            page = self._answer(page)
        raise Stuck(f"too many questions: {page.trouble}")

    def send(self, check: Page) -> str:
        """Send what was read over, and give the reference that is shown."""
        if not check.forms:
            raise Stuck(check.trouble)
        done = self.visitor.post(check, check.forms[-1], {})
        if done.status == HTTPStatus.CONFLICT:
            raise Taken
        if not done.reference:
            raise Stuck(done.trouble)
        return done.reference.replace(" ", "")

    def _answer(self, page: Page) -> Page:
        if not page.forms:
            raise Stuck(page.trouble)
        form = page.forms[-1]
        for chosen in self._answers(page.path, form):
            after = self.visitor.post(page, form, chosen)
            if after.status < 400:
                return after
        raise Stuck(after.trouble)

    def _answers(self, path: str, form: Form) -> list[dict[str, str]]:
        """Give what to try, the likeliest first."""
        names = {control.name for control in form.controls}
        asked = path.rsplit(".", 1)[-1]
        if "postcode" in names:
            return [dict(self.address)]
        if "year" in names:
            return [
                {"day": str(day.day), "month": str(day.month), "year": str(day.year)}
                for day in _DATES
            ]
        if asked in self.told:
            return [{"answer": self.told[asked]}]
        return _typed_or_picked(form) or [{}]


def a_resident_submits(
    base_url: str,
    *,
    service: str = "missed-bin",
    language: str = "cy",
    by: str = "letter",
    size: int = 18,
    patience: float = 0,
) -> str:
    """Ask for a service over HTTP, as a person would, and give the reference that was shown."""
    told = wishes(language=language, by=by, size=size)
    visitor = Visitor(base_url, patience=patience)
    return Resident(visitor, service, language, told).submit()


def wishes(*, language: str = "cy", by: str = "letter", size: int = 18) -> dict[str, str]:
    """Give the answers to how the hub should answer."""
    return {
        "for_whom": "me",
        "your_name": "Llŷr Ŵyn",
        "answer_by": by,
        "email": "llyr@example.org",
        "write_here": "yes",
        "letter_size": str(size),
        "language": language,
        "another": "no",
    }


def _typed_or_picked(form: Form) -> list[dict[str, str]]:
    controls = form.named("answer") or form.named("later")
    picked = [{control.name: control.value} for control in controls if control.type in _PICKED]
    if picked:
        return [{}, *picked] if controls[0].type == "checkbox" else picked
    if any(control.type == "hidden" for control in controls):
        return [{}]  # a stop: what goes on is in the form already
    return [{"answer": said} for control, said in product(controls[:1], _likely(controls))]


def _likely(controls: list[Control]) -> list[str]:
    """Give what may be typed into a box, the likeliest first, by what it says it is for."""
    first = {"name": "Llŷr Ŵyn", "tel": "07700 900123", "email": "resident@example.org"}
    for control in controls:
        likeliest = first.get(control.autocomplete)
        return [*([likeliest] if likeliest else []), *_TYPED, "Wrth y giât gefn"]
    return []
