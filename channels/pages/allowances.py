"""How often one address may ask for something, and how much it may send."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bound what one client address may do; a whole library or contact centre may share one.

    The seven are written as the `limits` package reads them: "10 per minute". `sent_bytes` bounds
    the body of one request, `files_bytes` that of a page on which files are sent.
    """

    all_pages: str = "1800 per minute"
    begun: str = "60 per minute"
    sent: str = "120 per minute"
    files: str = "60 per minute"
    looked_up: str = "10 per minute; 60 per hour"
    saved: str = "10 per minute; 60 per hour"
    sought: str = "60 per minute"
    sent_bytes: int = 2 * 1024 * 1024
    files_bytes: int = 100 * 1024 * 1024
