"""The codes of saved drafts: made of the hub's secret, so that none is kept, and checked by a hash.

Whoever holds the database alone can neither make a code nor try codes against the hashes.
"""

import hmac
from uuid import UUID

from hub.values import SaveCode


def code_of(saved_id: UUID, edition: int, *, secret: str) -> SaveCode:
    """Make the code of one saving: the same whenever it is made, and nobody else's."""
    return SaveCode.of(int.from_bytes(_digest(secret, f"save code {saved_id} {edition}"), "big"))


def hash_of(code: SaveCode, *, secret: str) -> bytes:
    """Give the hash under which a code is found again."""
    return _digest(secret, f"hash of save code {code.digits}")


def _digest(secret: str, words: str) -> bytes:
    return hmac.digest(secret.encode(), words.encode(), "sha256")
