"""The library's service with a council's changes, as one definition."""

from collections.abc import Mapping
from dataclasses import dataclass

from hub.catalogue.overlays import keys
from hub.catalogue.overlays.changes import Change, Changes, Verb
from hub.catalogue.overlays.listed import Listed
from hub.files import Fields, Part, Proof


@dataclass(frozen=True, slots=True)
class Merged:
    """Hold the definition as the council offers it, and what it changed."""

    part: Part
    changes: tuple[Change, ...] = ()


def merge(library: Part, overlay: Part, proof: Proof) -> Merged:
    """Merge an overlay into the library's service, or mark what does not fit.

    After a mistake what is given is no use.
    """
    fields = Fields(overlay, proof, keys.OVERLAY)
    name = fields.word(keys.CHANGES)
    service = (library.mapping or {}).get("service")
    if name and service and name != service.written:
        what = f"This file is named after “{service.written}”."
        proof.mark(fields.parts[keys.CHANGES], what, f"Write changes: {service.written}.")
    changes = Changes(proof)
    own = {key: part for key, part in fields.parts.items() if key in keys.TERMS}
    without = fields.get(keys.WITHOUT)
    merged = _Merging(changes).mapping(library.mapping or {}, own, without=without)
    if not changes.found and not proof.mistakes:
        proof.mark(overlay, "This overlay changes nothing.", "Write a change, or take it away.")
    return Merged(library.holding(merged), tuple(changes.found.values()))


@dataclass(frozen=True, slots=True)
class _Merging:
    changes: Changes

    def mapping(
        self,
        old: Mapping[str, Part],
        new: Mapping[str, Part],
        *,
        without: Part | None = None,
        prefix: str = "",
    ) -> dict[str, Part]:
        """Give the old keys with the new ones over them, but for those to be left out."""
        merged = dict(old)
        for name, part in new.items():
            merged[name] = self._value(old.get(name), part, name, f"{prefix}{name}")
        for part in self._names(without):
            self._leave_out(merged, part, f"{prefix}{part.written}", is_new=part.written in new)
        return merged

    def _value(self, old: Part | None, new: Part, key: str, name: str) -> Part:
        if key in keys.NAMED and new.members is not None:
            return self._list(old, new, "" if key == "questions" else f"{name}.")
        if key in keys.PARTLY and old and old.mapping and new.mapping:
            return new.holding(self.mapping(old.mapping, new.mapping, prefix=f"{name}."))
        verb = Verb.CHANGED if old else Verb.ADDED
        self.changes.note(Change(verb, name, new, old, new))
        return new

    def _list(self, old: Part | None, new: Part, prefix: str) -> Part:
        listed = Listed(old.members or () if old else (), self.changes, prefix, self._member)
        return (old or new).holding(listed.merged(new.members or ()))

    def _member(self, old: Part, entry: Part, name: str) -> Part:
        own = {key: part for key, part in (entry.mapping or {}).items() if key not in keys.OWN}
        for key in keys.NAMES & own.keys():
            what = "A name stays as it is: conditions and old requests go by it."
            self.changes.proof.mark(own.pop(key), what, f"Take {key} out.")
        without = (entry.mapping or {}).get(keys.WITHOUT)
        if not own and without is None:
            what = f"Nothing is changed about “{name}”."
            self.changes.proof.mark(entry, what, "Write what changes, or take this out.")
        value = self.mapping(old.mapping or {}, own, without=without, prefix=f"{name}.")
        return entry.holding(value)

    def _names(self, without: Part | None) -> tuple[Part, ...]:
        if without is None or without.members is None:
            if without is not None:
                what = f"Here stands {without.sort}, which does not fit."
                self.changes.proof.mark(without, what, "Write without: [help].")
            return ()
        return without.members

    def _leave_out(self, merged: dict[str, Part], part: Part, name: str, *, is_new: bool) -> None:
        old = merged.pop(part.written, None)
        if old is None or not part.is_leaf:
            known = merged.keys()
            self.changes.proof.mark_unknown(part, "The key", said=part.written, known=known)
        elif is_new:
            what = f"“{name}” is written in this overlay and left out too."
            self.changes.proof.mark(part, what, "Keep one of the two.")
        else:
            self.changes.note(Change(Verb.LEFT_OUT, name, part, old))
