"""Versions by content: the source a service is built from, and the name that follows from it."""

import hashlib
import json
from dataclasses import replace
from functools import lru_cache

from hub.catalogue.definition import Service
from hub.catalogue.loading import Known, read_service
from hub.files import FilesRefused, Part, Proof, from_plain
from hub.store import canonical
from hub.values import Language

_DIGITS = 16
_BUILT = 500  # versions kept built; a council edits its services far less often


class DefinitionRefused(FilesRefused):
    """Refuse definitions of services that have mistakes."""

    key = "definition_refused"


def source_of(merged: Part, languages: tuple[Language, ...]) -> str:
    """Give the canonical JSON of a definition as a council with these languages offers it.

    Whether the Welsh was reviewed changes no question, so it makes no version.
    """
    parts = merged.mapping or {}
    service = {name: part.plain() for name, part in parts.items() if name != "welsh"}
    return canonical({"languages": [language.value for language in languages], "service": service})


def named(service: Service, merged: Part) -> Service:
    """Give a service that was read from its files the name of its version, and its source."""
    source = source_of(merged, service.languages)
    return replace(service, version=_version(source), source=source)


@lru_cache(maxsize=_BUILT)
def build(source: str) -> Service:
    """Build the service from a source that was written by `source_of`.

    :raises DefinitionRefused: if this program cannot read that source.
    """
    kept = json.loads(source)
    proof = Proof(tuple(Language(code) for code in kept["languages"]))
    version = _version(source)
    part = from_plain(kept["service"], file=f"version {version}")
    service = read_service(part, known=Known(), proof=proof, version=version, source=source)
    if proof.mistakes:
        raise DefinitionRefused(proof.mistakes)
    return service


def _version(source: str) -> str:
    return hashlib.sha256(source.encode()).hexdigest()[:_DIGITS]
