"""What a form must be before a view reads it: of our type, not too long, from our own page."""

from collections.abc import Sequence

from flask import Flask, abort, request
from flask_wtf import CSRFProtect

TOKEN = "csrf_token"  # noqa: S105 (the name of a field, not a secret)
_TYPES = ("application/x-www-form-urlencoded", "multipart/form-data")
_HOURS = 12 * 3600
_MOST_FIELDS = 200


def demand(app: Flask, *, sent_bytes: int, exempt: Sequence[str] = ()) -> None:
    """Refuse what no form of ours can have sent.

    `exempt` names the blueprints of doors that are no pages and prove their senders otherwise.
    """
    app.config.update(
        MAX_CONTENT_LENGTH=sent_bytes,
        MAX_FORM_MEMORY_SIZE=sent_bytes,
        MAX_FORM_PARTS=_MOST_FIELDS,
        WTF_CSRF_TIME_LIMIT=_HOURS,
        # Some networks strip the Referer; the token is bound to the signed cookie without it.
        WTF_CSRF_SSL_STRICT=False,
    )
    app.before_request(_demand_form_type)
    protection = CSRFProtect(app)
    for name in exempt:
        protection.exempt(app.blueprints[name])


def typed() -> dict[str, list[str]]:
    """Give what was typed into the form, by the names of its fields, without the token."""
    return {name: values for name, values in request.form.lists() if name != TOKEN}


def _demand_form_type() -> None:
    if request.method == "POST" and request.mimetype not in _TYPES:
        abort(415)
