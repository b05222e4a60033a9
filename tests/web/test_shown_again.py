"""No form of the web door is forgotten: each is shown again when it is turned back."""

from collections.abc import Mapping

from flask import Flask

from channels import web

_NEED_NOT: Mapping[str, str] = {
    "web.leave": "it is one button without a box, and stands on the page that looks a request up",
}


def test_every_form_of_the_web_door_is_shown_again_or_says_why_not(app: Flask) -> None:
    forms = {
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if "POST" in (rule.methods or ()) and rule.endpoint.startswith("web.")
    }

    shown_again = set(web.SHOWN_AGAIN)

    assert shown_again | set(_NEED_NOT) == forms
    assert not shown_again & set(_NEED_NOT)
