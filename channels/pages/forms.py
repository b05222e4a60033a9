"""What a form must be before a view reads it: of our type, not too long, from our own page."""

from collections.abc import Callable, Mapping, Sequence
from http import HTTPStatus
from urllib.parse import urlsplit

from flask import Flask, abort, request
from flask_wtf import CSRFProtect
from werkzeug.datastructures import FileStorage

from channels.pages.allowances import Limits
from channels.pages.house import house

TOKEN = "csrf_token"  # noqa: S105 (the name of a field, not a secret)
DRAFT = "draft"  # which draft a page was made for
READ = "read"  # which answers were read over on it
ANEW = "anew"  # that the answers so far may be left behind
TONGUE = "tongue"  # that the page is wanted in another language, as it stands
ADD = "add"  # that the chosen files are to be added
BY = "by"  # how an address is being given
SAVE = "save"  # that the request is to be gone on with later
_OURS = frozenset({TOKEN, DRAFT, READ, ANEW, TONGUE, ADD, BY, SAVE})
SECRETS = frozenset({"password", "password_before", "password_again", "digits", "letters"})
"""Fields in which staff type what is shown on no page again, and kept nowhere."""

_TYPES = ("application/x-www-form-urlencoded", "multipart/form-data")
_HOURS = 12 * 3600
_MOST_FIELDS = 200
_MOST_FILES = 1000  # far more than are taken, so that who chose too many is told so


TakesFiles = Callable[..., bool]  # (the address's own values) → whether its form sends files


def demand(
    app: Flask, limits: Limits, *, larger: Mapping[str, TakesFiles], exempt: Sequence[str] = ()
) -> None:
    """Refuse what no form of ours can have sent.

    `larger` says, by endpoint, which forms send files: they alone may be so large. `exempt` names
    the blueprints of doors that are no pages and prove their senders otherwise.
    """
    app.config.update(
        MAX_CONTENT_LENGTH=limits.sent_bytes,
        MAX_FORM_MEMORY_SIZE=limits.sent_bytes,
        MAX_FORM_PARTS=_MOST_FIELDS,
        WTF_CSRF_TIME_LIMIT=_HOURS,
        # Some networks strip the Referer; the token is bound to the signed cookie without it.
        WTF_CSRF_SSL_STRICT=False,
    )

    @app.before_request
    def demand_form() -> None:
        if request.method == "POST" and request.blueprint not in exempt:
            _demand_form_type()
            _demand_own_page()
            takes_files = larger.get(request.endpoint or "")
            if takes_files is not None and takes_files(**(request.view_args or {})):
                request.max_content_length = limits.files_bytes
                request.max_form_parts = _MOST_FILES

    protection = CSRFProtect(app)
    for name in exempt:
        protection.exempt(app.blueprints[name])


def typed() -> dict[str, list[str]]:
    """Give what was typed into the form, by the names of its fields, without those of ours."""
    return {name: values for name, values in request.form.lists() if name not in _OURS}


def files() -> list[FileStorage]:
    """Give the files that were chosen; a box without any is sent as a file without a name."""
    return [file for several in request.files.listvalues() for file in several if file.filename]


def words_typed() -> list[str]:
    """Give the words that were typed, without the names of their fields, and nothing secret."""
    plain = {name: values for name, values in typed().items() if name not in SECRETS}
    return [said for values in plain.values() for said in values if said.strip()]


def told(name: str) -> str:
    """Give what one of our own hidden fields says; nothing if the page has none."""
    return request.form.get(name, "")


def _demand_form_type() -> None:
    if request.mimetype not in _TYPES:
        abort(HTTPStatus.UNSUPPORTED_MEDIA_TYPE)


def _demand_own_page() -> None:
    """Turn away what another site sends, before a page is made that would set a new cookie.

    Such a request brings no cookie (SameSite): a page with a token on it would begin a new session
    over the one whose drafts the resident still needs.
    """
    if request.headers.get("Sec-Fetch-Site") == "cross-site" or _is_foreign(request.origin):
        abort(HTTPStatus.FORBIDDEN)


def _is_foreign(origin: str | None) -> bool:
    """Judge an origin as older browsers say it; "null" and none say nothing."""
    if not origin or origin == "null" or "Sec-Fetch-Site" in request.headers:
        return False
    own = {request.host, urlsplit(house().settings.public_url).netloc}
    try:
        return urlsplit(origin).netloc not in own
    except ValueError:  # no browser of ours says such an origin ("https://[::")
        return True
