"""Codes that stand once for something: for setting an account up, or for the second step.

Eighty bits of chance in letters and digits that are told apart when read aloud (RFC 4648, base 32).
They are too many to be tried, so a plain hash keeps them, and a new secret of the hub ends none.
"""

import base64
import hashlib
import re

from hub.values import Chance

_BYTES = 10
_GROUP = 4
_LIKE = str.maketrans("018", "OIB")  # base 32 has no 0, 1 and 8: whoever reads one saw the letter


def draw(chance: Chance) -> str:
    """Draw a code as it is shown: "ABCD-EFGH-JKLM-2345"."""
    letters = base64.b32encode(chance.salt()[:_BYTES]).decode()
    return "-".join(letters[start : start + _GROUP] for start in range(0, len(letters), _GROUP))


def hash_of(code: str) -> str:
    """Give the hash of a code, however it was typed."""
    plain = re.sub(r"[^0-9A-Z]", "", code[:100].upper()).translate(_LIKE)
    return hashlib.sha256(plain.encode()).hexdigest()
