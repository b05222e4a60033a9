"""Twilio signs what it sends: whatever is not signed is nobody's (its page on webhook security)."""

from collections.abc import Iterable, Mapping

from twilio.request_validator import RequestValidator


def is_signed(
    url: str, form: Mapping[str, str], *, signature: str, tokens: Iterable[str | None]
) -> bool:
    """Say whether Twilio signed this form with one of the tokens.

    `url` is the whole address as Twilio knows it: what a header says of host and port counts for
    nothing. While a token is being changed there are two.
    """
    return any(RequestValidator(token).validate(url, form, signature) for token in tokens if token)
