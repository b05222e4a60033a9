"""The council's own sign-in, as the hub needs it; a carrier speaks to it (OpenID Connect)."""

from dataclasses import dataclass, field
from typing import Protocol

from hub.errors import Refused, TryAgain


class ProviderAway(TryAgain):
    """Say that the council's own sign-in does not answer, or not as it should."""

    key = "provider_away"


class NotProved(Refused):
    """Say that what came back from the council's own sign-in proves nothing."""

    key = "not_proved"


@dataclass(frozen=True, slots=True)
class Question:
    """Hold what binds an answer to the browser that asked: a state, a nonce, a secret of PKCE."""

    state: str
    nonce: str
    verifier: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Proved:
    """Hold who somebody is, as the council's own sign-in proved it."""

    issuer: str
    subject: str
    shown: str
    groups: frozenset[str]


class Provider(Protocol):
    """Speak to one council's own sign-in."""

    def address(self, question: Question, *, back: str) -> str:
        """Give where the browser is to go to sign in.

        :raises ProviderAway: if it does not answer.
        """

    def prove(self, question: Question, *, code: str, back: str) -> Proved:
        """Give who came back with this code.

        :raises ProviderAway: if it does not answer.
        :raises NotProved: if the code or what it stands for is not good.
        """

    def address_out(self, *, back: str) -> str:
        """Give where the browser is to go to sign out there too; "" where it does not offer that.

        :raises ProviderAway: if it does not answer.
        """
