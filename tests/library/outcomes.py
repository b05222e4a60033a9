"""What answers to a service come to; what is not said is answered in the plainest way."""

from collections.abc import Mapping

from hub import interview, routing
from hub.catalogue import Service
from hub.catalogue.definition import Stop
from hub.interview import Given, Interview
from tests.builders.letters import answered

SAFE: Mapping[str, Given] = {"harm": "none", "peril": [], "secret": "no"}


def safe(service: Service, **said: Given) -> Interview:
    """Answer a service as someone who is in no danger."""
    return answered(service, {**SAFE, **said})


def price(asked: Interview) -> int | None:
    """Give what is due, in pence."""
    due = interview.fee(asked)
    return due.pence if due else None


def to_ring(asked: Interview) -> list[str | None]:
    """Give the numbers that are to be rung at once, in order."""
    return [danger.ring for danger in interview.dangers(asked)]


def team(asked: Interview) -> str:
    """Give the team that answers."""
    return routing.decide(asked).team


def ends(service: Service, name: str) -> bool:
    """Say whether the stop of this name ends the request."""
    (stop,) = (step for step in service.steps if isinstance(step, Stop) and step.id == name)
    return not stop.go_on
