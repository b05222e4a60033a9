"""What every answer says to the browser: trust nothing but us, keep nothing personal."""

from flask import Flask, Response

# No script and no inline style anywhere: what a resident typed can never come alive on a page.
_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'"
)
_SAFE = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_TWO_YEARS = "max-age=63072000; includeSubDomains"


def protect(app: Flask, *, is_https: bool) -> None:
    """Put the safe headers on every answer."""
    always = _SAFE | ({"Strict-Transport-Security": _TWO_YEARS} if is_https else {})

    @app.after_request
    def add(response: Response) -> Response:
        for name, value in always.items():
            response.headers[name] = value
        if "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = "no-store"
        return response
