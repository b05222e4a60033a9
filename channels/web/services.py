"""What can be asked for: the list of services, and the page before a service's first question."""

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus

from flask import Response

from channels.pages import Visit, forms, visit
from channels.pages.rendering import page
from channels.web import addresses, tokens
from channels.web.door import web
from channels.web.hand import begin, service_of
from hub import catalogue, interview, promises
from hub.catalogue import Subject
from hub.catalogue.definition import Service


@dataclass(frozen=True, slots=True)
class Shelf:
    """Hold the services about one subject."""

    title: str
    services: tuple[Service, ...]


@web.get("/")
def first() -> Response:
    """Lead to the list in the language the browser prefers."""
    return addresses.onward(f"/{visit().language}/")


@web.get("/<language:language>/")
def services() -> Response:
    """List the services by subject."""
    return first_page()


def first_page(
    *,
    sought: str = "",
    found: Sequence[Service] = (),
    trouble: str = "",
    status: int = HTTPStatus.OK,
) -> Response:
    """Show the list of services; above it those that were `found` for the words `sought`."""
    here = visit()
    offered = here.house.catalogue.services(here.council.id)
    return page(
        "services.html",
        status,
        subjects=_by_subject(here, offered),
        sought=sought,
        found=found,
        trouble=trouble,
        tongue_form="find" if sought else "",
    )


@web.get("/report/<service>")
def in_no_language(service: str) -> Response:
    """Lead to a service in the language the browser prefers."""
    return addresses.onward(addresses.start(service_of(service).id))


@web.get("/<language:language>/report/<service>")
def start(service: str) -> Response:
    """Say what a service is, what it asks and when we answer."""
    return introduce(service_of(service))


@web.post("/<language:language>/report/<service>")
def start_draft(service: str) -> Response:
    """Begin a new request and ask its first question; answers that are there are kept.

    Only who says so leaves them behind: the first press of a button destroys nothing.
    """
    if forms.told(forms.ANEW) or not tokens.has_open(service):
        begin(service)
    return addresses.onward(addresses.own(service, addresses.GO_ON))


def introduce(service: Service, *, status: int = HTTPStatus.OK, trouble: str = "") -> Response:
    """Show the page before the first question."""
    here = visit()
    promise = promises.promise(service.deadline, asked_on=here.today, council=here.council)
    return page(
        "start.html",
        status,
        service=service,
        about_bins=catalogue.is_about_bins(service),
        trouble=trouble,
        asks=interview.always_asked(service),
        prices=interview.prices(service),
        answer_by=here.day(promise.answer_by),
        has_draft=tokens.has_open(service.id),
        delete=addresses.own(service.id, addresses.DELETE),
    )


def _by_subject(here: Visit, offered: Sequence[Service]) -> list[Shelf]:
    subjects: dict[Subject, tuple[Service, ...]] = {}
    for service in offered:
        subject = catalogue.subject_of(service)
        subjects[subject] = (*subjects.get(subject, ()), service)
    return [Shelf(here.say(f"subjects.{subject}"), found) for subject, found in subjects.items()]
