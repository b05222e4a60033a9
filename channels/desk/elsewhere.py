"""Signing in at the council's own provider, and coming back from there."""

from dataclasses import replace
from http import HTTPStatus
from urllib.parse import urlsplit

from flask import Response, abort, g, request, session

from channels.desk import browsers, entering, forms
from channels.desk.door import desk
from channels.pages import guard, limits, visit
from channels.pages.guard import Pass, may
from hub import staff
from hub.staff import NoRoleElsewhere, NotProved, Provider, ProviderAway, Question
from hub.values import Language

_ASKED = "desk_openid"
_OUT = "desk_out"
_MOST = 2000


@desk.get("/<language:language>/desk/elsewhere")
@may(Pass.ANYBODY)
def sign_in_elsewhere() -> Response:
    """Lead the browser to the council's own sign-in."""
    here, chance = visit(), visit().house.database.chance
    question = Question(chance.token(), chance.token(), chance.token() + chance.token())
    try:
        address = _provider().address(question, back=_back("/desk/openid"))
    except (ProviderAway, NotProved):
        return _not_in("elsewhere_away")
    asked = (question.state, question.nonce, question.verifier, here.language.value)
    session[_ASKED] = list(asked)
    return guard.lead_to(address)


@desk.get("/desk/openid")
@may(Pass.ANYBODY)
def come_from_elsewhere() -> Response:
    """Let in whoever the council's own sign-in proves; each answer is taken once."""
    asked = session.pop(_ASKED, None)
    provider = _provider()
    if not asked or asked[0] != request.args.get("state", ""):
        return _not_in("elsewhere_failed")
    question, language = Question(*asked[:3]), Language(asked[3])
    g.visit = here = replace(visit(), language=language)
    try:
        code = request.args.get("code", "")[:_MOST]
        proved = provider.prove(question, code=code, back=_back("/desk/openid"))
        with here.session() as transaction:
            token = staff.sign_in_proved(
                transaction,
                here.council,
                proved,
                whence=staff.whence(here.house.sealing, limits.whose()),
                browser=browsers.named(request.user_agent.string),
            )
    except ProviderAway:
        return _not_in("elsewhere_away")
    except NotProved:
        return _not_in("elsewhere_failed")
    except NoRoleElsewhere:
        return _not_in("elsewhere_no_role")
    return entering.enter(token) if token else _not_in("elsewhere_no_role")


def is_offered() -> bool:
    """Say whether the council has its own sign-in."""
    return visit().council.id in visit().house.providers


def remember_out() -> None:
    """Have the page after signing out offer to sign out there too."""
    session[_OUT] = True


def address_out() -> str:
    """Give where to sign out there too, once; "" where there is nothing to sign out of."""
    if not session.pop(_OUT, None) or not is_offered():
        return ""
    try:
        return _provider().address_out(back=_back(f"/{visit().language}/desk/signed-out"))
    except (ProviderAway, NotProved):
        return ""


def _provider() -> Provider:
    found = visit().house.providers.get(visit().council.id)
    if found is None:
        abort(HTTPStatus.NOT_FOUND)
    return found


def _back(path: str) -> str:
    """Give an address of ours as browsers see it: the proxy before us may have taken https off."""
    scheme = urlsplit(visit().house.settings.public_url).scheme
    return f"{scheme}://{request.host}{path}"


def _not_in(note: str) -> Response:
    guard.say_next(note)
    return forms.onward("desk.sign_in")
