"""A list whose members have names (questions, options, signs of danger), changed by an overlay.

Each member of the overlay's list begins with what it does: `change: bin`, `leave_out: bin`,
`after: bin` or `before: bin`. What says nothing of that is added at the end. Members of a group of
questions are found by their own names.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from hub.catalogue.overlays import keys
from hub.catalogue.overlays.changes import Change, Changes, Verb
from hub.files import Part

_MemberChange = Callable[[Part, Part, str], Part]


@dataclass(slots=True)
class Listed:
    """Hold the old members while they are changed; `change` gives one member changed."""

    members: tuple[Part, ...]
    changes: Changes
    prefix: str
    change: _MemberChange
    changed: dict[str, Part] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    beside: dict[tuple[str, str], list[Part]] = field(default_factory=dict)
    last: list[Part] = field(default_factory=list)

    def merged(self, entries: Sequence[Part]) -> tuple[Part, ...]:
        """Give the members with all that the overlay says about them."""
        for entry in entries:
            self._take(entry)
        return (*self._walk(self.members), *self.last)

    def _walk(self, members: Sequence[Part]) -> Iterator[Part]:
        for member in members:
            name = name_of(member)
            yield from self.beside.get((keys.BEFORE, name), ())
            if name not in self.gone:
                yield self._inner(self.changed.get(name, member))
            yield from self.beside.get((keys.AFTER, name), ())

    def _inner(self, member: Part) -> Part:
        inner = (member.mapping or {}).get("questions")
        if inner is None or not inner.members:
            return member
        questions = inner.holding(tuple(self._walk(inner.members)))
        return member.holding({**(member.mapping or {}), "questions": questions})

    def _take(self, entry: Part) -> None:
        verbs = [verb for verb in keys.VERBS if verb in (entry.mapping or {})]
        if not verbs:
            self._add(entry, entry, "at the end", self.last)
        elif len(verbs) > 1:
            what = f"“{verbs[0]}” and “{verbs[1]}” stand here together."
            self.changes.proof.mark(entry, what, "Write each with a - of its own.")
        else:
            self._obey(verbs[0], entry, (entry.mapping or {})[verbs[0]])

    def _obey(self, verb: str, entry: Part, named: Part) -> None:
        found = [(part, self._find(part)) for part in named.members or (named,)]
        if named.members and verb != keys.LEAVE_OUT:
            self.changes.proof.mark(named, f"“{verb}” takes one name.", "Write one, without [ ].")
            return
        for part, old in found:
            if old is None:
                continue
            if verb == keys.LEAVE_OUT:
                self._leave_out(entry, part, old)
            elif verb == keys.CHANGE:
                self._change(entry, part, old)
            else:
                place = self.beside.setdefault((verb, part.written), [])
                rest = {key: at for key, at in (entry.mapping or {}).items() if key != verb}
                self._add(entry, entry.holding(rest), f"{verb} “{part.written}”", place)

    def _find(self, named: Part) -> Part | None:
        known = dict(_named(self.members))
        if named.is_leaf and named.written in known:
            return known[named.written]
        what = "In the library's service"
        self.changes.proof.mark_unknown(named, what, said=named.written, known=known)
        return None

    def _leave_out(self, entry: Part, named: Part, old: Part) -> None:
        if len(entry.mapping or {}) > 1:
            what = "What is left out cannot be changed as well."
            self.changes.proof.mark(entry, what, "Write leave_out alone, after a - of its own.")
        self._demand_untouched(named)
        self.gone.add(named.written)
        name = f"{self.prefix}{named.written}"
        self.changes.note(Change(Verb.LEFT_OUT, name, named, old))

    def _change(self, entry: Part, named: Part, old: Part) -> None:
        self._demand_untouched(named)
        self.changed[named.written] = self.change(old, entry, f"{self.prefix}{named.written}")

    def _demand_untouched(self, named: Part) -> None:
        if named.written in self.gone or named.written in self.changed:
            what = f"“{named.written}” is changed or left out above already."
            self.changes.proof.mark(named, what, "Write all about it in one place.")

    def _add(self, entry: Part, added: Part, where: str, place: list[Part]) -> None:
        name = name_of(added)
        if name in dict(_named(self.members)):
            what = f"“{name}” stands in the library already."
            self.changes.proof.mark(entry, what, f"Write change: {name}, or another name.")
            return
        place.append(added)
        self.changes.note(Change(Verb.ADDED, f"{self.prefix}{name}", entry, new=added, where=where))


def name_of(member: Part) -> str:
    """Give the name of a question, a group, a stop, an option or a sign; "" if it has none."""
    inner = member.mapping or {}
    return next((inner[key].written for key in sorted(keys.NAMES) if key in inner), "")


def _named(members: Sequence[Part]) -> Iterator[tuple[str, Part]]:
    for member in members:
        if name := name_of(member):
            yield name, member
        inner = (member.mapping or {}).get("questions")
        yield from _named(inner.members or () if inner else ())
