"""Routing: which team answers, and why."""

from sqlalchemy import select

from hub import cases, routing
from hub.cases import Status
from hub.history import Entry
from hub.staff import Viewer
from hub.store import Database, Session
from hub.store.outbox import OutboxEvent
from tests.builders.councils import a_council
from tests.builders.requests import MISSED_BIN, a_case, a_finished_interview, a_submission

SYSTEM = Viewer.system("aberwen")


def test_the_first_rule_that_holds_gives_the_team_and_the_reason() -> None:
    decision = routing.decide(a_finished_interview(bin="garden"))

    assert decision.team == "garden-waste"
    assert decision.reason == "rule 1: bin equal garden"


def test_no_rule_leaves_it_to_the_team_for_all_else() -> None:
    decision = routing.decide(a_finished_interview())

    assert decision.team == MISSED_BIN.routing.otherwise


def routed(session: Session) -> cases.CaseSeen:
    receipt = a_case(session, a_submission(bin="garden"))
    routing.route(session, SYSTEM, receipt.case_id, council=a_council())
    return cases.seen(session, SYSTEM, receipt.case_id)


def test_a_routed_case_lies_with_its_team_and_keeps_the_reason(database: Database) -> None:
    with database.session("aberwen") as session:
        case = routed(session)

    assert (case.status, case.team) == (Status.WITH_TEAM, "garden-waste")
    assert case.route_reason == "rule 1: bin equal garden"


def test_routed_twice_is_routed_once(database: Database) -> None:
    with database.session("aberwen") as session:
        case = routed(session)
        routing.route(session, SYSTEM, case.id, council=a_council())
        kinds = session.sql.scalars(select(Entry.kind).order_by(Entry.number)).all()
        told = session.sql.scalars(select(OutboxEvent.name)).all()

    assert list(kinds) == ["CaseOpened", "CaseRouted"]
    assert list(told) == ["CaseOpened", "CaseRouted"]
