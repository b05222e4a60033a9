"""Giving a case to the team that answers it."""

from dataclasses import dataclass
from uuid import UUID

from hub import cases, interview
from hub.catalogue.definition import Condition, Test
from hub.councils import Council
from hub.interview import Interview
from hub.staff import Viewer
from hub.store import Session


@dataclass(frozen=True, slots=True)
class Decision:
    """Hold a team and why it is that one; the reason names rules, never a person."""

    team: str
    reason: str


def decide(asked: Interview) -> Decision:
    """Follow the routing rules of the service, the first that holds."""
    routing = asked.service.routing
    for number, rule in enumerate(routing.rules, start=1):
        if interview.holds(asked, rule.when):
            return Decision(rule.team, f"rule {number}: {_spoken(rule.when)}")
    return Decision(routing.otherwise, "no rule held")


def route(session: Session, viewer: Viewer, case_id: UUID, *, council: Council) -> Decision:
    """Give a case to its team, under the version that the case keeps.

    :raises UnknownCase: if there is none.
    """
    _, asked = cases.interview_of(session, viewer, case_id, timezone=council.timezone)
    decision = decide(asked)
    cases.give_to_team(session, viewer, case_id, team=decision.team, reason=decision.reason)
    return decision


def _spoken(condition: Condition) -> str:
    return " or ".join(" and ".join(_claim(test) for test in tests) for tests in condition.any_of)


def _claim(test: Test) -> str:
    values = ", ".join(str(value) for value in test.value)
    return f"{test.question} {test.relation.value} {values}"
