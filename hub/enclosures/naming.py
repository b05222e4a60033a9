"""The name of a file, made fit to be shown: whoever sent it chose every character of it."""

import re
import unicodedata

_LONGEST = 80
_ENDING = re.compile(r"\.\w{1,8}\Z")
_FOLDERS = re.compile(r"[/\\]")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def shown_name(given: str) -> str:
    """Give a name without folders, unseen characters and marks that turn the reading round.

    A long one keeps its beginning and its ending; it may come to nothing.
    """
    name = _FOLDERS.split(given[-_LONGEST * 200 :])[-1]
    seen = "".join(" " if sign.isspace() else sign for sign in name if not _is_unseen(sign))
    plain = " ".join(unicodedata.normalize("NFC", seen).split())
    if len(plain) <= _LONGEST:
        return plain
    ending = _ENDING.search(plain)
    last = ending[0] if ending else ""
    return f"{plain[: _LONGEST - len(last) - 1].rstrip()}…{last}"


def _is_unseen(sign: str) -> bool:
    return unicodedata.category(sign) in _UNSEEN and sign not in "\t\n\r"
