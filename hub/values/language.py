"""The languages the hub can speak."""

from enum import StrEnum


class Language(StrEnum):
    """Name a language by its ISO 639-1 code."""

    EN = "en"
    CY = "cy"
