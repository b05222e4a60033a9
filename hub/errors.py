"""The hub's errors: whose fault something is, and the key under which its words stand.

    HubError
    ├── TryAgain     the world's fault: the same thing done later may succeed
    └── Refused      the sender's or our own: doing it again will not help

Each room defines its own errors below one of the two, beside what raises them. The words stand in
`templates/words/errors.yaml`, under the error's key, in every language.
"""

from collections.abc import Mapping
from typing import ClassVar


class HubError(Exception):
    """Carry a key and its values; a door looks the words up in its reader's language."""

    key: ClassVar[str] = "hub_error"

    def __init__(self, **values: str | int) -> None:
        """Keep the values that fill the place-holders of the words; none may be personal."""
        super().__init__(self.key, *values.values())
        self.values: Mapping[str, str | int] = values

    def __str__(self) -> str:
        """Say the key and the values, for a log or a terminal."""
        said = ", ".join(f"{name}={value}" for name, value in self.values.items())
        return f"{self.key} ({said})" if said else self.key


class TryAgain(HubError):
    """Be tried again: the world was at fault."""

    key = "try_again"


class Refused(HubError):
    """Not be tried again: the thing itself cannot be done."""

    key = "refused"
