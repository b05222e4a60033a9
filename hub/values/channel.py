"""The doors by which a request can come."""

from enum import StrEnum


class Channel(StrEnum):
    """Name the door a request came by, the same word in code, tables and reports."""

    WEB = "web"
    PHONE = "phone"
    SMS = "sms"
    POST = "post"
    COUNTER = "counter"
    OPEN311 = "open311"
