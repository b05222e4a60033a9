"""A service that another council hands over, taken into the library; nothing is taken on trust."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

from hub import files
from hub.catalogue import library
from hub.catalogue.bench import Bench
from hub.catalogue.definition import Service
from hub.catalogue.exchange.provenance import FILE, PROVENANCE, Provenance, checksum, plain_of
from hub.catalogue.judging import Judge
from hub.catalogue.loading import Known
from hub.catalogue.versions import DefinitionRefused
from hub.files import Fields, Part, Proof
from hub.values import Language

_HEAD = """\
# From {council}, version {version}, exported on {exported_on} under {licence} (hub {hub}).
"""


@dataclass(frozen=True, slots=True)
class Imported:
    """Hold where a service was put, and the teams that a council needs to offer it."""

    path: Path
    teams: AbstractSet[str]


def take_in(
    path: Path,
    templates: Path,
    *,
    letters: AbstractSet[str],
    languages: Sequence[Language],
    judges: Sequence[Judge] = (),
    called: str | None = None,
) -> Imported:
    """Put the service of a file into the library, under another name if it is `called` so.

    :raises DefinitionRefused: if it was changed since it was exported, or has mistakes.
    :raises ServiceExists: if the library has one of this name.
    :raises WrongServiceName: if it cannot be called so.
    """
    provenance, definition = _opened(path)
    name = called or _name(definition)
    place = library.place_for(templates, name)
    named = _called(definition, name)
    service = _judged(named, Known(letters=letters), templates, tuple(languages), judges)
    head = _HEAD.format(**provenance.plain())
    library.put(place, head + files.write(named.plain()))
    routing = service.routing
    return Imported(place, {routing.otherwise, *(rule.team for rule in routing.rules)})


def _opened(path: Path) -> tuple[Provenance, Part]:
    proof = Proof()
    part = files.read(path, root=path.parent, proof=proof)
    fields = Fields(part, proof, FILE) if part else None
    under = fields.under("provenance", PROVENANCE) if fields else None
    if fields is None or under is None:
        raise DefinitionRefused(proof.mistakes)
    definition, written = fields.need("definition"), fields.word("checksum")
    provenance = Provenance.read(under)
    if written and written != checksum(under.part.plain(), plain_of(definition)):
        what = "This file was changed since it was exported."
        remedy = "Ask for it again, and change it once it is taken in."
        proof.mark(fields.parts["checksum"], what, remedy)
    if definition is None or proof.mistakes:
        raise DefinitionRefused(proof.mistakes)
    return provenance, definition


def _name(definition: Part) -> str:
    written = (definition.mapping or {}).get("service")
    return written.written if written else ""


def _called(definition: Part, name: str) -> Part:
    own = definition.mapping or {}
    if "service" not in own:
        return definition
    written = own["service"].saying(name)
    return definition.holding({**own, "service": written})


def _judged(
    definition: Part,
    known: Known,
    templates: Path,
    languages: tuple[Language, ...],
    judges: Sequence[Judge],
) -> Service:
    proof = Proof()
    path = templates / library.FOLDER / library.ABOUT_YOU_FILE
    about = files.read(path, root=templates, proof=proof)
    service, mistakes = Bench(about, judges).read(definition, languages, known)
    if service is None or proof.mistakes:
        raise DefinitionRefused([*proof.mistakes, *mistakes])
    return service
