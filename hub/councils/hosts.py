"""The name of a host as a browser sends it: whether it can be one, and which it is."""

import re

_LABEL = r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"  # RFC 1123, and the underscore that some use
_SHAPE = re.compile(rf"({_LABEL}(?:\.{_LABEL})*|\[[0-9a-f:.]+\])\.?(?::[0-9]{{1,5}})?")


def name_of(host: str) -> str:
    """Give the name in a host, without its port; nothing if no host can be called so."""
    found = _SHAPE.fullmatch(host.lower())
    return found[1] if found and _is_decodable(found[1]) else ""


def _is_decodable(name: str) -> bool:
    """Say whether letters beyond ASCII ("xn--…") stand in the name as they may."""
    try:
        name.encode("ascii").decode("idna")
    except UnicodeError:
        return False
    return True
