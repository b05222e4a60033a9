"""A service as one council offers it."""

from collections.abc import Mapping
from dataclasses import dataclass

from hub.catalogue.definition.steps import Step
from hub.catalogue.definition.terms import (
    Danger,
    Deadline,
    Fee,
    Lasting,
    PayBy,
    Period,
    Privacy,
    Routing,
)
from hub.values import Language, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """Be a service as one council offers it, in that council's languages.

    `source` is the canonical JSON it was built from; `version` the first 16 hexadecimal digits of
    its SHA-256, so the same words always have the same version. `privacy` is None in versions that
    were kept before it was asked for.
    """

    id: str
    version: str
    title: Text
    about: Text
    search: Mapping[Language, tuple[str, ...]]
    steps: tuple[Step, ...]
    routing: Routing
    deadline: Deadline
    letters: Mapping[str, str]
    keep_after_closing: Period
    happens_next: Text
    languages: tuple[Language, ...]
    source: str
    lgsl: int | None = None
    lgil: int | None = None
    privacy: Privacy | None = None
    fee: Fee | None = None
    pay_by: tuple[PayBy, ...] = ()
    lasting: Lasting | None = None
    dangers: tuple[Danger, ...] = ()
    shared: str | None = None
