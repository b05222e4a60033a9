"""An identity provider as a process of its own: OpenID Connect over HTTP, with keys of its own.

It is built of Authlib's server side. Whoever signs in is named in the form, and so is a fault: what
the token then says is not true. `python -m tests.provision.openid_server` prints its address.
"""

import base64
import json
import secrets
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from authlib.integrations.flask_oauth2 import AuthorizationServer
from authlib.oauth2.rfc6749 import grants
from authlib.oauth2.rfc7636 import CodeChallenge
from authlib.oidc.core import UserInfo
from authlib.oidc.core.grants import OpenIDCode
from flask import Flask, Response, jsonify, request
from joserfc import jwt
from joserfc.jwk import KeySet, OctKey, RSAKey
from werkzeug.serving import make_server

from tests.provision.house import HOUSE

CLIENT, SECRET = "hub", "a-secret-of-the-hub"
PEOPLE: Mapping[str, Mapping[str, Any]] = {
    "ann": {"sub": "u-1", "name": "Ann Elsewhere", "groups": ["waste-officers", "all-staff"]},
    "bob": {"sub": "u-2", "name": "Bob Elsewhere", "groups": ["all-staff"]},
    "odd": {"sub": "u-3", "name": "<b>Odd</b>", "groups": "waste-officers"},
}
FAULTS = (
    "wrong nonce",
    "no nonce",
    "expired",
    "wrong audience",
    "other issuer",
    "alg none",
    "signed by another",
    "signed with the secret",
    "no subject",
    "no token",
)

NEW_KEYS: Mapping[str, str] = {"new key": "two", "new key of the same name": "one"}
"""What a provider may do at any time, and its right tokens are good all the same."""


class _Client:
    """Be the hub, as the provider knows it."""

    def __init__(self, redirects: frozenset[str]) -> None:
        self._redirects = redirects

    def get_client_id(self) -> str:
        return CLIENT

    def get_default_redirect_uri(self) -> None:
        return None

    def get_allowed_scope(self, scope: str) -> str:
        return scope

    def check_redirect_uri(self, uri: str) -> bool:
        return urlsplit(uri).path in self._redirects

    def check_client_secret(self, secret: str) -> bool:
        return secrets.compare_digest(secret, SECRET)

    def check_endpoint_auth_method(self, method: str, _endpoint: str) -> bool:
        return method == "client_secret_basic"

    def check_response_type(self, kind: str) -> bool:
        return kind == "code"

    def check_grant_type(self, kind: str) -> bool:
        return kind == "authorization_code"


@dataclass
class _Code:
    """Be one authorization code, and what it was given for."""

    user: str
    fault: str
    redirect_uri: str
    scope: str
    nonce: str
    code_challenge: str
    code_challenge_method: str
    auth_time: int = field(default_factory=lambda: int(time.time()))

    def get_redirect_uri(self) -> str:
        return self.redirect_uri

    def get_scope(self) -> str:
        return self.scope

    def get_nonce(self) -> str:
        return self.nonce

    def get_auth_time(self) -> int:
        return self.auth_time

    def get_acr(self) -> None:
        return None

    def get_amr(self) -> None:
        return None


_CODES: dict[str, _Code] = {}
_KEY = RSAKey.generate_key(2048, {"kid": "one"})
_OTHER = RSAKey.generate_key(2048, {"kid": "one"})
_NEW = {fault: RSAKey.generate_key(2048, {"kid": kid}) for fault, kid in NEW_KEYS.items()}
_STRANGE = [
    {"kty": "EC", "crv": "of tomorrow", "x": "AA", "y": "AA", "kid": "strange"},
    {"kty": "of tomorrow", "kid": "stranger"},
    {"kid": "no kind"},
    "no key",
]
_now: list[RSAKey] = [_KEY]


class _Grant(grants.AuthorizationCodeGrant):
    TOKEN_ENDPOINT_AUTH_METHODS = ["client_secret_basic"]  # noqa: RUF012 (Authlib reads it so)

    def save_authorization_code(self, code: str, asked: Any) -> None:  # noqa: ANN401 (Authlib's own)
        told = asked.payload.data
        _CODES[code] = _Code(
            user=asked.user,
            fault=request.form.get("fault", ""),
            redirect_uri=told["redirect_uri"],
            scope=told["scope"],
            nonce=told.get("nonce", ""),
            code_challenge=told.get("code_challenge", ""),
            code_challenge_method=told.get("code_challenge_method", ""),
        )

    def query_authorization_code(self, code: str, _client: object) -> _Code | None:
        return _CODES.get(code)

    def delete_authorization_code(self, code: _Code) -> None:
        for name in [name for name, kept in _CODES.items() if kept is code]:
            del _CODES[name]

    def authenticate_user(self, code: _Code) -> str:
        return code.user


class _OpenId(OpenIDCode):
    def exists_nonce(self, _nonce: str, _asked: object) -> bool:
        return False

    def generate_user_info(self, user: str, _scope: str) -> UserInfo:
        return UserInfo(PEOPLE[user])

    def resolve_client_private_key(self, _client: object) -> RSAKey:
        return _KEY

    def get_client_claims(self, _client: object) -> dict[str, object]:
        return {"iss": _issuer(), "aud": [CLIENT]}

    def encode_id_token(self, token: dict[str, Any], asked: Any) -> str:  # noqa: ANN401 (Authlib's own)
        right: str = super().encode_id_token(token, asked)
        fault = asked.authorization_code.fault
        return _spoilt(right, fault) if fault else right


def _spoilt(right: str, fault: str) -> str:
    """Make a token that is right in all but one thing."""
    claims: dict[str, Any] = json.loads(_bytes(right.split(".")[1]))
    now = int(time.time())
    changed: Mapping[str, dict[str, Any]] = {
        "wrong nonce": {"nonce": "another"},
        "no nonce": {"nonce": None},
        "expired": {"exp": now - 600, "iat": now - 1200},
        "wrong audience": {"aud": ["another"]},
        "other issuer": {"iss": "https://evil.example"},
        "no subject": {"sub": None},
    }
    told = {**claims, **changed.get(fault, {})}
    told = {name: said for name, said in told.items() if said is not None}
    if fault in NEW_KEYS:
        _now[:] = [_NEW[fault]]
        return jwt.encode({"alg": "RS256", "kid": NEW_KEYS[fault]}, told, _NEW[fault])
    if fault == "no token":
        return "no token"
    if fault == "alg none":
        return f"{_text({'alg': 'none'})}.{_text(told)}."
    if fault == "signed by another":
        return jwt.encode({"alg": "RS256", "kid": "one"}, told, _OTHER)
    if fault == "signed with the secret":
        return jwt.encode({"alg": "HS256", "kid": "one"}, told, OctKey.import_key(SECRET))
    return jwt.encode({"alg": "RS256", "kid": "one"}, told, _KEY)


def _bytes(part: str) -> bytes:
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def _text(told: Mapping[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(told).encode()).rstrip(b"=").decode()


def _issuer() -> str:
    return request.url_root.rstrip("/")


def _app() -> Flask:
    """Make the provider."""
    app = Flask(__name__)
    client = _Client(frozenset({"/desk/openid"}))
    server = AuthorizationServer(
        app,
        query_client=lambda name: client if name == CLIENT else None,
        save_token=lambda _token, _asked: None,
    )
    server.register_grant(_Grant, [_OpenId(require_nonce=True), CodeChallenge(required=True)])

    @app.get("/.well-known/openid-configuration")
    def about() -> Response:
        own = _issuer()
        return jsonify(
            issuer=own,
            authorization_endpoint=f"{own}/authorize",
            token_endpoint=f"{own}/token",
            jwks_uri=f"{own}/keys",
            end_session_endpoint=f"{own}/out",
        )

    @app.get("/keys")
    def keys() -> Response:
        keys = KeySet([*_now]).as_dict(private=False)["keys"]
        return jsonify(keys=[*_STRANGE, *keys])

    @app.post("/authorize")
    def authorize() -> Any:  # noqa: ANN401 (Authlib's own)
        # Its types leave out what it is asked with.
        grant = server.get_consent_grant(end_user=request.form["user"])  # type: ignore[no-untyped-call]
        return server.create_authorization_response(grant=grant, grant_user=request.form["user"])

    @app.post("/token")
    def token() -> Any:  # noqa: ANN401 (as above)
        return server.create_token_response()

    return app


@contextmanager
def openid_server() -> Iterator[str]:
    """Run the provider as a process of its own until the block ends, and give its address."""
    command = [sys.executable, "-m", "tests.provision.openid_server"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=HOUSE) as process:
        assert process.stdout
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


class _Stay(HTTPRedirectHandler):
    """Follow nowhere: where it leads to is the answer."""

    def redirect_request(self, *_: object) -> None:
        return None


def sign_in_there(address: str, user: str, fault: str = "") -> str:
    """Sign in at the provider as a browser that was led there does; give where it leads back."""
    body = urlencode({"user": user, "fault": fault}).encode()
    asked = Request(address, data=body)  # noqa: S310 (http, and of our own provider)
    try:
        with build_opener(_Stay).open(asked, timeout=10) as answer:
            return str(answer.headers["Location"])
    except OSError as led:
        return str(led.headers["Location"])  # type: ignore[attr-defined] # HTTPError has them


def _serve() -> None:
    server = make_server("127.0.0.1", 0, _app(), threaded=True)
    print(f"http://127.0.0.1:{server.server_port}", flush=True)  # noqa: T201 (the address is the answer)
    server.serve_forever()


if __name__ == "__main__":
    _serve()
