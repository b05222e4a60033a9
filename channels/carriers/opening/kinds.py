"""What a file is: judged by its content, never by its name or by what the browser says."""

import re

import puremagic

from channels.carriers.opening.verdict import NotTaken

JPEG = "image/jpeg"
PNG = "image/png"
WEBP = "image/webp"
PDF = "application/pdf"
_TAKEN = (JPEG, PNG, WEBP, PDF)
_BEGINNING = 4096
_FROM_A_PHONE = re.compile(rb".{4}ftyp(hei|hev|mif1|msf1)", re.DOTALL)  # ISO 23008-12


def kind_of(content: bytes) -> str:
    """Give the media type of a file that we take.

    :raises NotTaken: "empty", "heic" (no decoder of ours reads it), or "type".
    """
    if not content.strip(b"\0 \t\r\n"):
        raise NotTaken("empty")
    if _FROM_A_PHONE.match(content):
        raise NotTaken("heic")
    found = {match.mime_type for match in _matches(content) if match.offset < _BEGINNING}
    for kind in _TAKEN:
        if kind in found:
            return kind
    raise NotTaken("type")


def _matches(content: bytes) -> list[puremagic.PureMagicWithConfidence]:
    try:
        return puremagic.magic_string(content[:_BEGINNING])
    except puremagic.PureError:
        return []
