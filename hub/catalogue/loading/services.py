"""From the top of a file to a Service."""

import re
from collections.abc import Mapping

from hub.catalogue.definition import Service
from hub.catalogue.loading import terms
from hub.catalogue.loading.keys import SERVICE, STANDARD
from hub.catalogue.loading.scope import Known, Scope, ids_of
from hub.catalogue.loading.steps import read_steps
from hub.files import Fields, Part, Proof
from hub.values import Language

_KEBAB = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_PUBLIC = re.compile("public")
_HIGHEST_CODE = 9999


def read_service(
    part: Part, *, known: Known, proof: Proof, version: str = "", source: str = ""
) -> Service:
    """Read a whole definition; if the proof has mistakes afterwards, what is given is no use."""
    fields = Fields(part, proof, SERVICE)
    questions = fields.need("questions")
    scope = Scope(known, frozenset(ids_of(questions)) if questions else frozenset())
    standard = Fields(fields.parts["standard"], proof, STANDARD) if "standard" in fields else None
    fields.maybe_word("welsh")
    fields.flag("for_somebody_else")  # heard before: `about_you`
    return Service(
        id=fields.word("service", _KEBAB),
        version=version,
        title=fields.text("title"),
        about=fields.text("about"),
        search=_search(fields),
        lgsl=standard.number("lgsl", least=1, most=_HIGHEST_CODE) if standard else None,
        lgil=standard.number("lgil", most=_HIGHEST_CODE) if standard else None,
        steps=read_steps(questions, scope, proof) if questions else (),
        routing=terms.read_routing(fields, scope),
        deadline=terms.read_deadline(fields),
        fee=terms.read_fee(fields, scope),
        pay_by=terms.read_pay_by(fields, is_kept=bool(version)),
        lasting=terms.read_lasting(fields),
        dangers=terms.read_dangers(fields, scope),
        letters=terms.read_letters(fields, scope),
        keep_after_closing=terms.read_keep(fields),
        privacy=terms.read_privacy(fields, is_kept=bool(version)),
        happens_next=fields.text("happens_next"),
        shared=fields.maybe_word("shared", _PUBLIC),
        languages=tuple(proof.languages),
        source=source,
    )


def _search(fields: Fields) -> Mapping[Language, tuple[str, ...]]:
    codes = {language.value: SERVICE["search"] for language in Language}
    under = fields.under("search", codes)
    if under is None:
        return {}
    return {
        language: under.words(language.value, _word, least=1)
        for language in Language
        if language in fields.proof.languages or language.value in under
    }


def _word(written: str) -> str:
    if not written.strip():
        raise ValueError(written)
    return written.strip().lower()
