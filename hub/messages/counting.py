"""How many parts a text is sent in (3GPP TS 23.038 and 23.040).

160 characters of the plain alphabet are one part, and 153 each are several; as soon as one
character is not in it, as Welsh ŵ, ŷ and â, 70 and 67.
"""

MOST_PARTS = 6
"""As many parts as a phone puts together reliably: 918 plain characters (Twilio's advice)."""

_PLAIN = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_DOUBLE = frozenset("^{}\\[~]|€\f")
_PLAINER = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2013": "-",
        "\u2014": "-",
        "\u2026": "...",
        "\u00a0": " ",
    }
)
_ONE_PLAIN, _EACH_PLAIN = 160, 153
_ONE_WIDE, _EACH_WIDE = 70, 67


def plain(words: str) -> str:
    """Give the words without the typesetter's signs that would make every part shorter."""
    return words.translate(_PLAINER)


def is_plain(words: str) -> bool:
    """Say whether the words need no more than the plain alphabet (GSM-7)."""
    return all(mark in _PLAIN or mark in _DOUBLE for mark in words)


def parts(words: str) -> int:
    """Count the parts in which these words are sent.

    No sign that takes two places is cut in half, so that a part may stay one short.
    """
    is_gsm = is_plain(words)
    widths = [_width(mark, is_gsm=is_gsm) for mark in words]
    one, each = (_ONE_PLAIN, _EACH_PLAIN) if is_gsm else (_ONE_WIDE, _EACH_WIDE)
    if sum(widths) <= one:
        return 1
    count, left = 1, each
    for width in widths:
        if width > left:
            count, left = count + 1, each
        left -= width
    return count


def together(texts: list[str]) -> str:
    """Put the same message in several languages into one text."""
    return plain("\n\n".join(words.strip() for words in texts))


def _width(mark: str, *, is_gsm: bool) -> int:
    if is_gsm:
        return 2 if mark in _DOUBLE else 1
    return len(mark.encode("utf-16-be")) // 2
