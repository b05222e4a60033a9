"""Documents in a bucket of any S3-compatible store: put once under their hash, never changed."""

import hashlib
import re
from datetime import timedelta
from typing import Any

import obstore
from obstore.exceptions import BaseError
from obstore.store import S3Store

from hub.settings import Bucket
from hub.store import DocumentDamaged, DocumentsAway, UnknownDocument

_HASH = re.compile("[0-9a-f]{64}")
_SECONDS = timedelta(seconds=10)


class BucketDocuments:
    """Documents in a bucket: `<prefix>/<council>/<two digits of the hash>/<hash>`."""

    def __init__(self, bucket: Bucket, *, timeout: timedelta = _SECONDS) -> None:
        """Begin with the bucket; nothing is asked of it before the first document."""
        self._store = S3Store(
            bucket.name,
            prefix=bucket.prefix or None,
            client_options={"timeout": timeout, "connect_timeout": timeout, "allow_http": True},
            retry_config={"max_retries": 2, "retry_timeout": timeout},
            **_reached_by(bucket),
        )

    def put(self, council: str, content: bytes) -> str:
        """Keep the content, once however often it is put, and give its SHA-256.

        :raises DocumentsAway: if the bucket does not take it now.
        """
        sha256 = hashlib.sha256(content).hexdigest()
        try:
            obstore.put(self._store, _path(council, sha256), content)
        except (BaseError, FileNotFoundError) as error:  # the second: there is no such bucket
            raise DocumentsAway from error
        return sha256

    def get(self, council: str, sha256: str) -> bytes:
        """Give the content back, checked against its name.

        :raises UnknownDocument: if there is none
        :raises DocumentDamaged: if it is no longer what was put
        :raises DocumentsAway: if the bucket does not answer now.
        """
        try:
            content = bytes(obstore.get(self._store, _path(council, sha256)).bytes())
        except FileNotFoundError as error:
            raise UnknownDocument from error
        except BaseError as error:
            raise DocumentsAway from error
        if hashlib.sha256(content).hexdigest() != sha256:
            raise DocumentDamaged
        return content

    def remove(self, council: str, sha256: str) -> None:
        """Delete the content; if there is none, that is well.

        :raises DocumentsAway: if the bucket does not answer now.
        """
        try:
            obstore.delete(self._store, _path(council, sha256))
        except FileNotFoundError:
            return
        except BaseError as error:
            raise DocumentsAway from error


def _reached_by(bucket: Bucket) -> dict[str, Any]:
    """Give what is known of how to reach it: what is left out the library looks for itself."""
    named = {
        "endpoint": bucket.endpoint,
        "region": bucket.region,
        "access_key_id": bucket.key_id,
        "secret_access_key": bucket.secret,
    }
    return {name: value for name, value in named.items() if value is not None}


def _path(council: str, sha256: str) -> str:
    if not _HASH.fullmatch(sha256):
        raise UnknownDocument
    return f"{council}/{sha256[:2]}/{sha256}"
