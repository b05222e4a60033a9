"""The doors on one Flask application: the only room of the channels that knows them all."""

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from channels import desk, sms, web
from channels.pages import (
    House,
    again,
    cookies,
    forms,
    headers,
    house,
    limits,
    logs,
    refusals,
    rendering,
    visits,
)
from channels.pages.brand import brand

_SIGNED = (sms.sms.name,)  # the doors of programs that prove who they are


def make_app(outside: House) -> Flask:
    """Make the application: what guards every door, then the doors."""
    settings = outside.settings
    is_https = settings.public_url.startswith("https://")
    app = Flask(
        __name__, static_folder=None, template_folder=str(settings.templates.resolve() / "web")
    )
    house.move_in(app, outside)
    rendering.prepare(app)
    cookies.bake(app, secret=settings.secret, is_https=is_https)
    logs.listen(app)
    headers.protect(app, is_https=is_https)
    visits.receive(app)
    app.register_blueprint(brand)
    app.register_blueprint(web.web)
    app.register_blueprint(sms.sms)
    app.register_blueprint(desk.desk)
    again.offer(app, web.SHOWN_AGAIN)
    limits.limit(app, outside.limits, sent=web.SENDS, looked_up=web.LOOKS_UP, exempt=_SIGNED)
    forms.demand(app, outside.limits, larger=web.TAKES_FILES, exempt=_SIGNED)
    refusals.refuse_kindly(app)
    if settings.trusted_proxies:
        hops = settings.trusted_proxies
        behind = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)
        app.wsgi_app = behind  # type: ignore[method-assign] # Flask's own way to wrap an application
    return app
