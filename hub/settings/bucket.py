"""A bucket for documents: where it is, and as whom it is spoken to."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True, kw_only=True)
class Bucket:
    """Be one bucket of an S3-compatible store.

    `endpoint` is None at the one that gave S3 its name; without `key_id` the machine's own rights
    are used.
    """

    url: str
    endpoint: str | None
    region: str
    key_id: str | None
    secret: str | None = field(repr=False)

    @property
    def name(self) -> str:
        """Give the bucket's name, "" if the address has none."""
        return urlsplit(self.url).netloc

    @property
    def prefix(self) -> str:
        """Give the folder in the bucket, "" for its root."""
        return urlsplit(self.url).path.strip("/")
