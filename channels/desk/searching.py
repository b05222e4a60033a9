"""Looking for a request by its words. What is looked for is sent, and stands in no address."""

from flask import Response

from channels.desk import forms, home
from channels.desk.door import desk
from channels.pages import signed_in, visit
from channels.pages.guard import may
from hub import cases
from hub.cases import Found
from hub.staff import seeking
from hub.values import Role

WORDS = "words"


@desk.post("/<language:language>/desk/search")
@may(Role.OFFICER, Role.SUPERVISOR)
def look_for() -> Response:
    """Keep what is looked for, and lead to what is found."""
    own, session_id = signed_in.own_viewer(), signed_in.present().session_id
    with visit().session() as session:
        seeking.seek(session, own, session_id, said=forms.typed(WORDS))
    return forms.onward("desk.search")


@desk.get("/<language:language>/desk/search")
@may(Role.OFFICER, Role.SUPERVISOR)
def search() -> Response:
    """Show the requests of the viewer's teams that hold all the words that were looked for."""
    here, viewer = visit(), signed_in.viewer()
    with here.reading() as session:
        said = seeking.sought(session, signed_in.own_viewer(), signed_in.present().session_id)
        found = cases.find(session, viewer, said) if said else Found(())
    return forms.show(
        "search",
        said=said,
        lines=home.lines_of(here, found.cases),
        shows_teams=len(viewer.teams) > 1,
        is_all=found.is_all,
        most=cases.MOST_FOUND,
        read_as=[(word, ", ".join(sorted(others))) for word, others in found.read_as.items()],
    )
