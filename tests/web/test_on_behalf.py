"""Asking for somebody else at the web door, and what is shown once that person takes it back."""

import re
from collections.abc import Mapping

from sqlalchemy import select

from channels.pages import House
from hub import cases
from hub.cases import Case
from hub.people import ConsentState
from hub.staff import Viewer
from tests.web.answers import EVERYTHING
from tests.web.visitor import Form, Visitor, finish, said

_FOR_ANOTHER: Mapping[str, Form] = {
    "for_whom": said("somebody"),
    "person": said("Megan Price"),
    "stands": said("friend"),
    "agreed": said("agrees"),
    "answer_to": said("me"),
}


def test_once_it_is_taken_back_an_open_page_leads_to_where_it_is_looked_up(
    visitor: Visitor, house: House
) -> None:
    finish(visitor, house, {**EVERYTHING, **_FOR_ANOTHER})
    sent = visitor.submit("try-everything").text
    shown = re.search(r'class="reference">([\d ]+)<', sent)
    assert shown
    before = visitor.look_up(shown[1], "ll99 9aa")
    with house.database.session("aberwen") as session:
        case_id = session.sql.scalars(select(Case.id)).one()
        viewer = Viewer.system("aberwen")
        cases.settle_consent(session, viewer, case_id, then=ConsentState.WITHDRAWN)

    followed = visitor.open("/en/track/request")

    assert "You asked us for Megan Price." in sent
    assert "You asked us for Megan Price." in before.text
    assert (followed.status_code, followed.headers["Location"]) == (303, "/en/track")
