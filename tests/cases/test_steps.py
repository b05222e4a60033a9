"""The steps of a case as a resident is told them: how they were written to, and of what."""

from collections.abc import Mapping

import pytest

from hub import cases, history
from hub.cases import StepKind
from hub.staff import Viewer
from hub.store import Database
from tests.builders.councils import a_council
from tests.builders.requests import a_case

SYSTEM = Viewer.system("aberwen")


@pytest.mark.parametrize(
    ("kind", "facts", "step"),
    [
        ("MessageSent", {"kind": "received", "way": "e-mail"}, StepKind.EMAILED),
        ("MessageSent", {"kind": "received"}, StepKind.EMAILED),
        ("MessageSent", {"kind": "received", "way": "text"}, StepKind.TEXTED),
        ("MessageSent", {"kind": "instead", "way": "e-mail"}, StepKind.EMAILED),
        ("MessageSent", {"kind": "granted", "way": "e-mail"}, StepKind.GRANTED),
        ("MessageSent", {"kind": "ending", "way": "text"}, StepKind.ENDING),
        ("MessageSent", {"kind": "deadline", "way": "e-mail"}, None),
        ("LetterLaid", {}, StepKind.PRINTED),
        ("LetterLaid", {"kind": "acknowledge"}, StepKind.PRINTED),
        ("LetterLaid", {"kind": "granted"}, StepKind.GRANTED),
        ("LetterLaid", {"kind": "ending"}, StepKind.ENDING),
        ("LetterLaid", {"kind": "joined-2"}, None),
    ],
)
def test_the_first_asker_is_told_how_they_were_written_to_and_of_what(
    database: Database, kind: str, facts: Mapping[str, str], step: StepKind | None
) -> None:
    with database.session("aberwen") as session:
        case_id = a_case(session).case_id
        asker = cases.seen(session, SYSTEM, case_id).resident_id
        history.append(
            session, chain=case_id, kind=kind, actor="system", facts=dict(facts), text={}
        )
        timezone = a_council().timezone
        own = Viewer.resident("aberwen", case_id)

        standing = cases.standing(session, own, case_id, asker=asker, timezone=timezone)

    assert [one.kind for one in standing.steps] == [StepKind.RECEIVED, *([step] if step else [])]
