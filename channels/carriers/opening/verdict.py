"""What comes of a file: the document that is kept with its thumbnail, or why it is not taken."""

from dataclasses import dataclass


class NotTaken(Exception):
    """Say in one word why a file is not taken: the words of `hub.enclosures.Why`."""

    def __init__(self, why: str) -> None:
        """Keep the word."""
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Taken:
    """Hold what is kept of a file; `kind` is its media type, the thumbnail a JPEG."""

    kind: str
    document: bytes
    thumbnail: bytes
    pages: int
