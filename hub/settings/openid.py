"""The councils' own sign-ins by OpenID Connect: a line each, so that one file is the secret."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from hub.settings.refusals import SettingsRefused

_NAME = "HUB_OPENID"
_WORDS = 4
_HERE = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class OpenId:
    """Say where one council's staff sign in, and as whom the hub asks there."""

    council: str
    issuer: str
    client_id: str
    client_secret: str = field(repr=False)


def read_openids(words: str) -> tuple[OpenId, ...]:
    """Read lines of four words: council, issuer, client id, client secret.

    :raises SettingsRefused: if a line has not four.
    """
    lines = [line.split() for line in words.splitlines() if line.strip()]
    if any(len(line) != _WORDS for line in lines):
        why = "must have lines of four words: council, issuer, client id, client secret."
        raise SettingsRefused(name=_NAME, why=why)
    return tuple(OpenId(*line) for line in lines)


def judge_openids(openids: Sequence[OpenId], *, production: bool) -> None:
    """Let pass one issuer for each council, spoken to where nobody listens.

    :raises SettingsRefused: if a council stands there twice, or an issuer is no such address.
    """
    councils = [each.council for each in openids]
    if len(set(councils)) < len(councils):
        raise SettingsRefused(name=_NAME, why="must name each council once.")
    for each in openids:
        issuer = urlsplit(each.issuer)
        is_here = issuer.hostname in _HERE and not production
        if not issuer.hostname or (issuer.scheme != "https" and not is_here):
            raise SettingsRefused(name=_NAME, why="must name issuers that begin with https://.")
