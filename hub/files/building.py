"""From the events of a YAML parser to parts, with a line for each."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NoReturn

from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from hub.files.part import Leaf, Part
from hub.files.proof import Proof

DEEPEST = 20
_INTEGER = re.compile(r"[-+]?[0-9]{1,15}")
_WORDS: dict[str, Leaf] = {"": None, "~": None, "null": None, "true": True, "false": False}


class _GiveUp(Exception):
    """Nothing more can be read."""


def build(events: Iterable[Event], *, file: str, proof: Proof) -> Part | None:
    """Give the top part of a file, or mark why there is none."""
    try:
        return _Builder(iter(events), file, proof).read()
    except _GiveUp:
        return None


@dataclass(slots=True)
class _Builder:
    events: Iterator[Event]
    file: str
    proof: Proof

    def read(self) -> Part:
        for event in self.events:
            if isinstance(event, NodeEvent):
                part = self._part(event, key="", depth=0)
                break
        else:
            self._give_up(None, "This file holds no keys.", "Write its keys.")
        for event in self.events:
            if isinstance(event, DocumentStartEvent):
                self._give_up(event, "A second document begins here.", "Take the line --- out.")
        return part

    def _part(self, event: Event, *, key: str, depth: int, line: int = 0) -> Part:
        """Give a part; the line of one that has a name is that of its name."""
        if event.__class__ is ScalarEvent and not (event.anchor or event.tag):
            written = event.value
            leaf = written if event.style else _leaf(written)
            return Part(leaf, self.file, line or _line(event), key, written)
        self._refuse_tricks(event, key, depth)
        line = line or _line(event)
        if isinstance(event, MappingStartEvent):
            return Part(self._mapping(key, depth + 1), self.file, line, key)
        return Part(tuple(self._members(key, depth + 1)), self.file, line, key)

    def _members(self, key: str, depth: int) -> Iterator[Part]:
        under = f"{key}." if key else ""
        for n, event in enumerate(self.events, 1):
            if event.__class__ is SequenceEndEvent:
                return
            yield self._part(event, key=f"{under}{n}", depth=depth)

    def _mapping(self, key: str, depth: int) -> dict[str, Part]:
        parts: dict[str, Part] = {}
        under = f"{key}." if key else ""
        for event in self.events:
            if event.__class__ is MappingEndEvent:
                break
            name, line = self._name(event, key), _line(event)
            part = self._part(next(self.events), key=under + name, depth=depth, line=line)
            if name in parts:
                first = parts[name].line
                what = f"“{name}” stands here a second time (first on line {first})."
                self.proof.mark(part, what, "Keep one of the two.")
            parts.setdefault(name, part)
        return parts

    def _name(self, event: Event, key: str) -> str:
        if not isinstance(event, ScalarEvent):
            self._give_up(event, "A key must be a word.", "Write a word before the colon.", key)
        if event.anchor or event.tag:
            self._refuse_tricks(event, key, 0)
        return str(event.value)

    def _refuse_tricks(self, event: Event, key: str, depth: int) -> None:
        if getattr(event, "anchor", None) or isinstance(event, AliasEvent):
            self._give_up(event, "An anchor or alias stands here.", "Write the words out.", key)
        if getattr(event, "tag", None):
            self._give_up(event, "A tag stands here.", "Take the part with the ! out.", key)
        if depth > DEEPEST and isinstance(event, CollectionStartEvent):
            self._give_up(event, f"This lies more than {DEEPEST} deep.", "Write it flatter.", key)

    def _give_up(self, event: Event | None, what: str, remedy: str, key: str = "") -> NoReturn:
        line = _line(event) if event else 1
        self.proof.mark(Part(None, self.file, line, key), what, remedy)
        raise _GiveUp


def _line(event: Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _leaf(written: str) -> Leaf:
    if written[-1:].isdecimal() and _INTEGER.fullmatch(written):
        return int(written)
    return _WORDS.get(written, written)
