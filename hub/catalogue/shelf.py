"""The files of services, read for each council that offers them, with every mistake in them."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from hub import files
from hub.catalogue.bench import Bench, Languages
from hub.catalogue.definition import Service
from hub.catalogue.judging import Judge
from hub.catalogue.library import ABOUT_YOU_FILE, FOLDER
from hub.catalogue.loading import Known
from hub.catalogue.loading.keys import ABOUT_YOU
from hub.catalogue.overlays import blame, judge_accepted, merge, overlays_of
from hub.councils import Council, Councils
from hub.files import Fields, Mistake, Part, Proof
from hub.values import Language


@dataclass(slots=True)
class Shelf:
    """Hold what was read: services by council id, and the mistakes."""

    templates: Path
    letters: AbstractSet[str]
    judges: Sequence[Judge] = ()
    texts: bool = True
    about: Part | None = None
    parts: Mapping[str, Part] = field(default_factory=dict)
    offered: list[tuple[str, Service]] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)

    @classmethod
    def read(
        cls,
        templates: Path,
        councils: Councils,
        *,
        letters: AbstractSet[str] | None,
        judges: Sequence[Judge] = (),
        texts: bool = True,
    ) -> Self:
        """Read every file, for every council that offers it; those that nobody offers too."""
        shelf = cls(templates, _letters(templates) if letters is None else letters, judges, texts)
        shelf._read_files()
        for council in councils:
            shelf._offer_all(council)
        wanted = {service for council in councils for service in council.services}
        every = tuple(
            language
            for language in Language
            if any(language in council.languages for council in councils)
        )
        for service in shelf.parts.keys() - wanted:
            shelf._judge(shelf.parts[service], every, Known(letters=shelf.letters))
        return shelf

    def _read_files(self) -> None:
        proof = Proof()
        folder = self.templates / FOLDER
        self.about = files.read(folder / ABOUT_YOU_FILE, root=self.templates, proof=proof)
        if self.about:
            Fields(self.about, proof, ABOUT_YOU).need("questions")
        paths = sorted(path for path in folder.glob("*.yaml") if path.name != ABOUT_YOU_FILE)
        read = {path.stem: files.read(path, root=self.templates, proof=proof) for path in paths}
        self.parts = {name: part for name, part in read.items() if part}
        for name, part in self.parts.items():
            _check_name(part, name, proof)
        self.mistakes += proof.mistakes

    def _offer_all(self, council: Council) -> None:
        known = Known(frozenset(team.id for team in council.teams), self.letters)
        overlays = self._overlays(council)
        for service_id in council.services:
            part = self.parts.get(service_id)
            if part is None:
                self._mark_absent(council, service_id)
                continue
            overlay = overlays.pop(service_id, None)
            if service := self._offered(part, overlay, council.languages, known):
                self.offered.append((council.id, service))
        for name, overlay in overlays.items():  # of services that it does not offer, or not yet
            if name in self.parts:
                self._offered(self.parts[name], overlay, council.languages, known)

    def _overlays(self, council: Council) -> dict[str, Part]:
        proof = Proof()
        paths = list(overlays_of(self.templates, council.id))
        read = {path.stem: files.read(path, root=self.templates, proof=proof) for path in paths}
        for name, part in read.items():
            if part and not (self.templates / FOLDER / f"{name}.yaml").exists():
                what = "An overlay is named after the service that it changes:"
                proof.mark_unknown(part, what, said=name, known=self.parts)
        self.mistakes += proof.mistakes
        return {name: part for name, part in read.items() if part}

    def _offered(
        self, part: Part, overlay: Part | None, languages: Languages, known: Known
    ) -> Service | None:
        if overlay is None:
            return self._judge(part, languages, known)
        proof = Proof(languages)
        merged = merge(part, overlay, proof)
        if proof.mistakes:
            self.mistakes += proof.mistakes
            return None
        judge_accepted(overlay, merged.changes, proof)
        service, found = self._bench().read(merged.part, languages, known)
        if found:
            alone = set(self._bench().read(part, languages, known)[1])
            is_own = {
                mistake: mistake.file == overlay.file or mistake in alone for mistake in found
            }
            found = [
                each if is_own[each] else blame(each, overlay, merged.changes) for each in found
            ]
        self.mistakes += [*proof.mistakes, *found]
        return None if proof.mistakes else service

    def _judge(self, part: Part, languages: Languages, known: Known) -> Service | None:
        service, mistakes = self._bench().read(part, languages, known)
        self.mistakes += mistakes
        return service

    def _bench(self) -> Bench:
        return Bench(self.about, self.judges, self.texts)

    def _mark_absent(self, council: Council, service_id: str) -> None:
        if (self.templates / FOLDER / f"{service_id}.yaml").exists():
            return  # it has mistakes of its own
        proof = Proof()
        path = self.templates / "councils" / council.id / "council.yaml"
        at = next(_named(files.read(path, root=self.templates, proof=proof), service_id), None)
        at = at or Part(None, path.relative_to(self.templates).as_posix(), 1, "services")
        proof.mark_unknown(at, "The service", said=service_id, known=self.parts)
        self.mistakes += proof.mistakes


def _letters(templates: Path) -> frozenset[str]:
    return frozenset(path.stem for path in (templates / "letters").glob("[!_.]*"))


def _check_name(part: Part, name: str, proof: Proof) -> None:
    written = (part.mapping or {}).get("service")
    if written and written.written != name:
        what = f"The id is not the name of the file, “{name}”."
        proof.mark(written, what, f"Write service: {name}, or rename the file.")


def _named(council: Part | None, service_id: str) -> Iterator[Part]:
    services = (council.mapping or {}).get("services") if council else None
    for part in (services.members or ()) if services else ():
        if part.written == service_id:
            yield part
