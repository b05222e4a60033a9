"""Who asks: what is stuck, and how much of everything there is, is not for every stranger."""

from dataclasses import dataclass, field
from hmac import compare_digest

from werkzeug import Request

_HERE = frozenset({"127.0.0.1", "::1"})
_FORWARDED = frozenset({"forwarded", "x-forwarded-for"})


@dataclass(frozen=True, slots=True)
class Trust:
    """Say whom to tell: whoever brings the word; where there is none, this machine.

    In production nobody is told without the word: a proxy on this machine that adds no header
    makes every stranger look like this machine.
    """

    token: str | None = field(repr=False)
    is_production: bool

    def tells(self, request: Request) -> bool:
        """Say whether the one who asks may know."""
        if self.token:
            said = request.headers.get("Authorization", "")
            return compare_digest(said.encode(), f"Bearer {self.token}".encode())
        return not self.is_production and _is_from_here(request)


def _is_from_here(request: Request) -> bool:
    """Believe the line's other end, but not when a proxy of ours speaks for somebody else."""
    is_forwarded = _FORWARDED & {name.lower() for name, _ in request.headers}
    return request.remote_addr in _HERE and not is_forwarded
