"""The desk itself: the blueprint its views hang on, with the guard before it."""

from flask import Blueprint, Response

from channels.pages import guard

desk = Blueprint("desk", __name__)
guard.stand_before(desk)


@desk.after_request
def keep_out(response: Response) -> Response:
    """Let no search engine list a page of staff."""
    response.headers["X-Robots-Tag"] = "noindex"
    return response
