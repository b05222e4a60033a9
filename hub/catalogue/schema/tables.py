"""The tables of keys by the name of their shape, with the keys that each needs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hub.catalogue.loading import keys


@dataclass(frozen=True, slots=True)
class Table:
    """Hold the keys of one mapping of the file, with their examples, and those it cannot lack."""

    keys: Mapping[str, str]
    needed: Sequence[str]


TABLES: Mapping[str, Table] = {
    "question": Table(keys.QUESTION, ("id", "kind", "ask")),
    "several": Table(keys.SEVERAL, ("several", "title", "another", "most", "questions")),
    "stop": Table(keys.STOP, ("stop", "when", "why", "instead", "anyway")),
    "fact": Table(keys.FACT, tuple(keys.FACT)),
    "option": Table(keys.OPTION, ("id", "say")),
    "book": Table(keys.BOOK, tuple(keys.BOOK)),
    "round": Table(keys.ROUND, ("round", "on", "places")),
    "rule": Table(keys.RULE, ("when", "team")),
    "fee": Table(keys.FEE, ("pence", "say")),
    "danger": Table(keys.DANGER, ("id", "when", "say")),
    "standard": Table(keys.STANDARD, ()),
    "routing": Table(keys.ROUTING, ("otherwise",)),
    "deadline": Table(keys.DEADLINE, ("answer",)),
    "keep": Table(keys.KEEP, ("after_closing",)),
    "lasts": Table(keys.LASTS, ("holds", "remind")),
    "privacy": Table(keys.PRIVACY, ("why",)),
    "letters": Table(keys.LETTERS, tuple(keys.LETTERS)),
}
SERVICE = Table(
    keys.SERVICE,
    (
        "service",
        "title",
        "about",
        "search",
        "questions",
        "routing",
        "deadline",
        "letters",
        "keep",
        "privacy",
        "happens_next",
    ),
)
