"""The one cookie: signed, unreadable to scripts, gone when the browser is closed."""

from flask import Flask, current_app


def bake(app: Flask, *, secret: str, is_https: bool) -> None:
    """Set how the session's cookie is made.

    It holds the token of the pages' forms and the words under which drafts are found again; what
    was answered never stands in it. A browser in a library forgets it when it is closed.
    """
    app.secret_key = secret
    app.config.update(
        SESSION_COOKIE_NAME="__Host-hub" if is_https else "hub",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=is_https,
    )


def names() -> tuple[str, ...]:
    """Give the names of the cookies that these pages set: the page about cookies tells them."""
    return (str(current_app.config["SESSION_COOKIE_NAME"]),)
