"""Which browser it is, in two words: enough for its owner to know it again, and no more."""

_BROWSERS = {"Edg/": "Edge", "OPR/": "Opera", "Firefox/": "Firefox", "Chrome/": "Chrome",
             "Safari/": "Safari"}  # fmt: skip
_SYSTEMS = {"Android": "Android", "iPhone": "iPhone", "iPad": "iPad", "Windows": "Windows",
            "Mac OS X": "Mac", "CrOS": "ChromeOS", "Linux": "Linux"}  # fmt: skip


def named(said: str) -> str:
    """Give the browser that says this of itself: "Firefox, Windows"; "" where it is none we know.

    The first sign that fits counts: others name themselves after it too.
    """
    found = (_first(said, signs) for signs in (_BROWSERS, _SYSTEMS))
    return ", ".join(filter(None, found))


def _first(said: str, signs: dict[str, str]) -> str:
    return next((name for sign, name in signs.items() if sign in said), "")
