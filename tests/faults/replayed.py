"""A day of real requests: when each is sent, for which service, and what is answered."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from hub.catalogue import Service
from hub.interview import Given
from hub.values import system_clock
from tests.builders.drawn import drawn
from tests.provision.house import HOUSE
from tests.provision.pages import Form, Page
from tests.provision.resident import Resident, Stuck, wishes
from tests.provision.visitor import Visitor

SAMPLE = HOUSE / "tests" / "data" / "requests_311" / "sample.csv"
COUNT = 1_000
_MOST_PAGES = 80


@dataclass(frozen=True)
class Request:
    """One request: the time of the day at which it came, its service and language, its answers."""

    at: timedelta
    service: str
    language: str
    answers: Mapping[str, Given]

    def send(self, base_url: str, *, patience: float) -> str:
        """Ask over HTTP, page by page, and give the reference that is shown."""
        visitor = Visitor(base_url, patience=patience, by_proxy=True)
        start = visitor.get(f"/{self.language}/report/{self.service}")
        page = visitor.post(start, start.forms[-1], {})
        for _ in range(_MOST_PAGES):
            if page.path == "check":
                return Resident(visitor).send(page)
            page = self._answered(visitor, page)
        raise Stuck(f"too many questions: {page.trouble}")

    def _answered(self, visitor: Visitor, page: Page) -> Page:
        given = self.answers.get(page.path)
        if given is None or not page.forms:
            raise Stuck(f"{page.path!r} was not foreseen: {page.trouble}")
        after = visitor.post(page, page.forms[-1], _typed(given, page.forms[-1]))
        if after.path == page.path or after.status >= 400:
            raise Stuck(after.trouble)
        return after


def requests(services: Sequence[Service], count: int, chance: Random) -> Sequence[Request]:
    """Give so many of the sample, as of one day, spread evenly over the services.

    :raises FileNotFoundError: if the sample is not there.
    """
    with SAMPLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == COUNT, "the sample is not whole"
    day = sorted(rows[:: COUNT // count][:count], key=lambda row: _time_of(row["created"]))
    return [_request(services[n % len(services)], row, chance) for n, row in enumerate(day)]


def _request(service: Service, row: Mapping[str, str], chance: Random) -> Request:
    language = chance.choice(["cy", "en"])
    told: dict[str, Given] = {**wishes(language=language, size=chance.choice([14, 18]))}
    words = f"{row['words']} ({row['lat']}, {row['lon']}) {row['channel']} {row['closed']}"
    today = system_clock().date()
    return Request(
        _time_of(row["created"]),
        service.id,
        language,
        drawn(service, today, chance, told=told, words=words),
    )


def _time_of(moment: str) -> timedelta:
    at = datetime.fromisoformat(moment)
    return timedelta(hours=at.hour, minutes=at.minute, seconds=at.second)


def _typed(given: Given, form: Form) -> dict[str, str]:
    """Give what is typed into a form for an answer."""
    names = {control.name for control in form.controls}
    if given == {"unknown": "yes"} and "unknown" not in names:
        return {"answer": "?"}  # it is one of the answers to choose from
    if isinstance(given, Mapping) and not set(given) <= names:
        return {"answer": str(given["words"])}  # a place is described in one box
    if isinstance(given, Mapping):
        return {name: str(said) for name, said in given.items()}
    if isinstance(given, str) and "hidden" not in {one.type for one in form.named("answer")}:
        return {"answer": given}
    return {}  # nothing ticked; or a stop, which has what goes on in its form
