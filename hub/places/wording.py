"""The streets that stand in somebody's words: "outside 12 High Street" is about high street."""

import re

from hub.places.folding import folded

_BEFORE = "street|road|lane|avenue|close|drive|terrace|crescent|square|place|row|hill|way|gardens"
_SHORT = {"st": "street", "rd": "road", "ave": "avenue", "ln": "lane", "sq": "square"}
_AFTER = "heol|stryd|ffordd|lon|maes|clos|rhodfa|rhiw|teras|sgwar|tan|pen"
_ENGLISH = re.compile(rf"\b([a-z]{{2,}}) ({_BEFORE}|{'|'.join(_SHORT)})\b")
_WELSH = re.compile(rf"\b({_AFTER}) ((?:y|yr|r) )?([a-z]{{2,}})\b")
_ARTICLES = frozenset({"the", "this", "that", "my", "our", "main", "of", "in", "on"}) - {"main"}
_SMALL = frozenset({"y", "yr", "r"})


def streets_in(words: str) -> tuple[str, ...]:
    """Give the streets that are named, folded, each once: the word that tells it and its kind."""
    plain = folded(words)
    english = [
        f"{name} {_SHORT.get(kind, kind)}"
        for name, kind in _ENGLISH.findall(plain)
        if name not in _ARTICLES
    ]
    welsh = [f"{kind} {article}{name}" for kind, article, name in _WELSH.findall(plain)]
    return tuple(dict.fromkeys([*english, *welsh]))


def say_street(street: str) -> str:
    """Give a folded street as it is written: "Stryd y Bont"."""
    return " ".join(word if word in _SMALL else word.capitalize() for word in street.split())
