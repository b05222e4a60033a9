"""What is kept sealed or hashed under the hub's secret: whoever has the database alone has nothing.

Keys are derived with HKDF (RFC 5869), one for each purpose; what is sealed is AES-256-GCM, bound to
what it is about, so that one row's seal does not open in another.
"""

import hmac

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from hub.errors import Refused

_NONCE = 12


class SealBroken(Refused):
    """Say that what was sealed cannot be opened: by another secret, or for something else."""

    key = "seal_broken"


class Sealing:
    """Seal and open under one secret."""

    def __init__(self, secret: str) -> None:
        """Derive the keys; the secret itself is not kept."""
        self._sealing = AESGCM(_key(secret, "hub staff seals"))
        self._hashing = _key(secret, "hub staff hashes")

    def seal(self, words: bytes, *, about: str, nonce: bytes) -> bytes:
        """Seal words; the nonce is 16 bytes of chance, of which it takes what it needs."""
        used = nonce[:_NONCE]
        return used + self._sealing.encrypt(used, words, about.encode())

    def open(self, sealed: bytes, *, about: str) -> bytes:
        """Open what was sealed about the same.

        :raises SealBroken: if it was not sealed so.
        """
        try:
            return self._sealing.decrypt(sealed[:_NONCE], sealed[_NONCE:], about.encode())
        except (InvalidTag, ValueError) as error:
            raise SealBroken from error

    def hash_of(self, *words: str) -> str:
        """Give a hash by which the same is found again, and which nobody else can make."""
        told = "\0".join(words).encode("utf-8", "surrogatepass")
        return hmac.digest(self._hashing, told, "sha256").hex()


def _key(secret: str, purpose: str) -> bytes:
    kdf = HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose.encode())
    return kdf.derive(secret.encode())
