"""A council's own sign-in by OpenID Connect: authorization code with PKCE, and nothing less.

What the provider says of itself (discovery) and its keys are kept for an hour; where the signature
fits none of them they are asked for once more, for a key may have been changed under the same name
or under none. Keys of a kind that is not known are passed over (RFC 7517, 5). Only asymmetric
signatures count: never "none", and none that the client's secret could make.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock
from typing import Any, TypeVar
from urllib.parse import urlencode

import structlog
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import BadSignatureError, InvalidKeyIdError, JoseError
from joserfc.jwk import JWKRegistry, Key, KeySet
from joserfc.jws import JWSRegistry
from requests import RequestException

from hub.settings import OpenId
from hub.staff import NotProved, Proved, ProviderAway, Question
from hub.values import Clock

_log = structlog.get_logger(__name__)
_SIGNED_BY = ["RS256", "PS256", "ES256", "EdDSA"]
_SCOPE = "openid profile"
_KEPT = timedelta(hours=1)
_TIMEOUT = 10
_LEEWAY = 60
_MOST = 255
_Answer = TypeVar("_Answer")
_NEEDED = ("authorization_endpoint", "token_endpoint")
_DISCOVERY = "/.well-known/openid-configuration"


@dataclass
class _Known:
    """Hold what was learnt of the provider, and when."""

    at: datetime
    about: Mapping[str, Any]
    keys: KeySet


@dataclass
class OpenIdProvider:
    """Speak to one issuer."""

    told: OpenId
    clock: Clock
    _known: _Known | None = field(default=None, init=False)
    _lock: Lock = field(default_factory=Lock, init=False)

    def address(self, question: Question, *, back: str) -> str:
        """Give where the browser is to go to sign in."""
        about = self._about().about
        with self._client() as client:
            address, _ = client.create_authorization_url(
                about["authorization_endpoint"],
                redirect_uri=back,
                state=question.state,
                nonce=question.nonce,
                code_verifier=question.verifier,
            )
        return str(address)

    def prove(self, question: Question, *, code: str, back: str) -> Proved:
        """Give who came back with this code."""
        known = self._about()
        token = _asked(lambda: self._token(known, question, code=code, back=back))
        try:
            claims = self._claims(known, token, question)
        except (JoseError, AuthlibBaseError, KeyError, TypeError, ValueError) as error:
            _log.warning("a sign-in elsewhere proved nothing", error=type(error).__name__)
            raise NotProved from error
        return self._proved(claims)

    def address_out(self, *, back: str) -> str:
        """Give where the browser is to go to sign out there too."""
        end = self._about().about.get("end_session_endpoint")
        if not end:
            return ""
        told = {"client_id": self.told.client_id, "post_logout_redirect_uri": back}
        return f"{end}{'&' if '?' in end else '?'}{urlencode(told)}"

    def _client(self) -> OAuth2Session:
        return OAuth2Session(
            self.told.client_id,
            self.told.client_secret,
            scope=_SCOPE,
            code_challenge_method="S256",
            default_timeout=_TIMEOUT,
        )

    def _token(
        self, known: _Known, question: Question, *, code: str, back: str
    ) -> Mapping[str, Any]:
        with self._client() as client:
            token: Mapping[str, Any] = client.fetch_token(
                known.about["token_endpoint"],
                grant_type="authorization_code",
                code=code,
                redirect_uri=back,
                code_verifier=question.verifier,
            )
        return token

    def _claims(
        self, known: _Known, token: Mapping[str, Any], question: Question
    ) -> Mapping[str, Any]:
        registry = JWSRegistry(algorithms=_SIGNED_BY, strict_check_header=False)
        try:
            read = jwt.decode(token["id_token"], key=known.keys, registry=registry)
        except (InvalidKeyIdError, BadSignatureError):
            fresh = self._about(anew=True)
            read = jwt.decode(token["id_token"], key=fresh.keys, registry=registry)
        claims = CodeIDToken(
            read.claims,
            read.header,
            {
                "iss": {"essential": True, "value": self.told.issuer},
                "aud": {"essential": True, "value": self.told.client_id},
                "nonce": {"essential": True, "value": question.nonce},
            },
            {
                "nonce": question.nonce,
                "client_id": self.told.client_id,
                "access_token": token.get("access_token"),
            },
        )
        claims.validate(now=int(self.clock().timestamp()), leeway=_LEEWAY)
        return claims

    def _proved(self, claims: Mapping[str, Any]) -> Proved:
        subject, groups = claims["sub"], claims.get("groups", [])
        if not isinstance(subject, str) or not 0 < len(subject) <= _MOST:
            raise NotProved
        named = claims.get("name") or claims.get("preferred_username") or ""
        listed = groups if isinstance(groups, list) else []
        return Proved(
            self.told.issuer,
            subject,
            str(named),
            frozenset(one for one in listed if isinstance(one, str)),
        )

    def _about(self, *, anew: bool = False) -> _Known:
        with self._lock:
            now, known = self.clock(), self._known
            if known is None or anew or now - known.at >= _KEPT:
                known = self._known = _asked(lambda: self._learn(now))
            return known

    def _learn(self, now: datetime) -> _Known:
        with self._client() as client:
            about = _json(client, self.told.issuer.rstrip("/") + _DISCOVERY)
            if about.get("issuer") != self.told.issuer:
                _log.warning("a sign-in elsewhere calls itself by another name than HUB_OPENID")
                raise NotProved
            keys = _json(client, str(about["jwks_uri"]))["keys"]
        if not all(isinstance(about.get(needed), str) for needed in _NEEDED):
            raise ValueError("an endpoint is missing")
        return _Known(now, about, KeySet([key for each in keys for key in _key(each)]))


def _json(client: OAuth2Session, address: str) -> Mapping[str, Any]:
    answer = client.request("GET", address, withhold_token=True, allow_redirects=False)
    answer.raise_for_status()
    read: Mapping[str, Any] = answer.json()
    return read


def _key(told: Any) -> Iterator[Key]:  # noqa: ANN401 (as it came)
    """Give a key that is for signatures, or nothing: new kinds must not shut out the old."""
    try:
        if told.get("use", "sig") == "sig":
            yield JWKRegistry.import_key(told)
    except (JoseError, AttributeError, LookupError, TypeError, ValueError) as error:
        _log.info("a key of a sign-in elsewhere is passed over", error=type(error).__name__)


def _asked(ask: Callable[[], _Answer]) -> _Answer:
    """Say whose fault it is when the provider does not answer as it should."""
    try:
        return ask()
    except AuthlibBaseError as error:  # it answered: this code is none, or was used
        _log.warning("a sign-in elsewhere was refused", error=type(error).__name__)
        raise NotProved from error
    except (RequestException, JoseError, LookupError, TypeError, ValueError) as error:
        _log.warning("a sign-in elsewhere does not answer", error=type(error).__name__)
        raise ProviderAway from error
