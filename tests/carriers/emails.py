"""An e-mail to carry, saying only what a test is about."""

from datetime import UTC, datetime
from uuid import UUID

from hub.messages import Email
from hub.values import EmailAddress, Language

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
ID = UUID("01930000-0000-7000-8000-000000000001")


def an_email(*, email_id: UUID = ID, to: str = "mair@example.com") -> Email:
    """Build an e-mail in Welsh from a made-up council."""
    return Email(
        id=email_id,
        sender_name="Cyngor Sir Aberwen",
        sender=EmailAddress.parse("requests@aberwen.example"),
        to=EmailAddress.parse(to),
        subject="Eich cais: ŵ ŷ",
        body="Annwyl breswylydd,\n\nDiolch am ŵ.\n",
        language=Language.CY,
    )


def noon() -> datetime:
    """Tell one moment for ever."""
    return NOON
