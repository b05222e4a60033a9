"""The terms of a service: who answers, until when, for what price, with which letters."""

import re

from hub.catalogue.definition import (
    Basis,
    Danger,
    Deadline,
    Fee,
    FeeRule,
    Lasting,
    PayBy,
    Period,
    Privacy,
    Routing,
    Rule,
    Unit,
)
from hub.catalogue.loading.keys import (
    DANGER,
    DEADLINE,
    FEE,
    KEEP,
    LASTS,
    LETTERS,
    PRIVACY,
    ROUTING,
    RULE,
)
from hub.catalogue.loading.periods import deadline, period
from hub.catalogue.loading.questions import read_only_if
from hub.catalogue.loading.scope import Scope
from hub.catalogue.loading.steps import NEVER
from hub.files import Fields, Part
from hub.files.texts import text

_RING = re.compile(r"[0-9][0-9 ]{1,18}[0-9]")
_DAYS = Deadline(1, Unit.DAYS)
_YEAR = Period(1, Unit.YEARS)


def read_routing(fields: Fields, scope: Scope) -> Routing:
    """Read which team answers."""
    routing = fields.under("routing", ROUTING)
    if routing is None:
        return Routing((), "")
    parts = routing.each("rules")
    rules = tuple(_rule(Fields(part, fields.proof, RULE), scope) for part in parts)
    for n, (rule, part) in enumerate(zip(rules, parts, strict=True)):
        if rule.when.any_of and rule.when in [earlier.when for earlier in rules[:n]]:
            remedy = "Take it out, or change its condition."
            fields.proof.mark(part, "A rule above holds in just the same cases.", remedy)
    return Routing(rules, _team(routing, "otherwise", scope))


def _rule(fields: Fields, scope: Scope) -> Rule:
    fields.need("when")
    when = read_only_if(fields, scope, "when") or NEVER
    return Rule(when, _team(fields, "team", scope))


def _team(fields: Fields, name: str, scope: Scope) -> str:
    return _one_known(fields, name, "The team", scope.known.teams)


def read_letters(fields: Fields, scope: Scope) -> dict[str, str]:
    """Read which letter goes out on which occasion."""
    letters = fields.under("letters", LETTERS)
    if letters is None:
        return {}
    return {name: _one_known(letters, name, "The letter", scope.known.letters) for name in LETTERS}


def _one_known(fields: Fields, name: str, what: str, known: object) -> str:
    word = fields.word(name)
    if word and isinstance(known, frozenset | set) and word not in known:
        fields.proof.mark_unknown(fields.parts[name], what, said=word, known=known)
    return word


def read_deadline(fields: Fields) -> Deadline:
    """Read within how long the council answers."""
    under = fields.under("deadline", DEADLINE)
    return under.parsed("answer", deadline, stand_in=_DAYS) if under else _DAYS


def read_keep(fields: Fields) -> Period:
    """Read for how long a closed case is kept."""
    under = fields.under("keep", KEEP)
    return under.parsed("after_closing", period, stand_in=_YEAR) if under else _YEAR


def read_fee(fields: Fields, scope: Scope) -> Fee | None:
    """Read the price; nothing if no fee is written."""
    parts = fields.each("fee")
    rules = tuple(_fee_rule(Fields(part, fields.proof, FEE), scope) for part in parts)
    for part, rule in list(zip(parts, rules, strict=True))[:-1]:
        if rule.when is None:
            what = "This price always holds, so none below it is ever asked."
            fields.proof.mark(part, what, "Move it to the end, or write when.")
    return Fee(rules) if rules else None


def _fee_rule(fields: Fields, scope: Scope) -> FeeRule:
    fields.need("pence")
    per = fields.maybe_word("per")
    if per is not None and per not in scope.groups:
        fields.proof.mark_unknown(fields.parts["per"], "The group", said=per, known=scope.groups)
    return FeeRule(
        pence=fields.number("pence", most=10**7) or 0,
        say=fields.text("say"),
        when=read_only_if(fields, scope, "when"),
        per=per,
    )


def read_pay_by(fields: Fields, *, is_kept: bool) -> tuple[PayBy, ...]:
    """Read how a fee can be paid: every fee needs a way, but in older kept versions."""
    if "pay_by" in fields and "fee" not in fields:
        fields.proof.mark(fields.parts["pay_by"], "There is no fee to pay.", "Take pay_by out.")
    if "pay_by" not in fields and (is_kept or "fee" not in fields):
        return ()
    return tuple(dict.fromkeys(fields.words("pay_by", PayBy, least=1)))


def read_lasting(fields: Fields) -> Lasting | None:
    """Read for how long what is granted holds; None where it has no end."""
    under = fields.under("lasts", LASTS) if "lasts" in fields else None
    if under is None:
        return None
    holds, remind = (under.parsed(name, period, stand_in=_YEAR) for name in ("holds", "remind"))
    if remind.about_days >= holds.about_days and "remind" in under:
        what = "The reminder would come before it begins."
        fields.proof.mark(under.parts["remind"], what, "Write a shorter time.")
    return Lasting(holds, remind)


def read_privacy(fields: Fields, *, is_kept: bool) -> Privacy | None:
    """Read why answers are kept and who is given them; older kept versions may say nothing."""
    if is_kept and "privacy" not in fields:
        return None
    under = fields.under("privacy", PRIVACY)
    if under is None:
        return None
    given = under.each("given_to")
    return Privacy(
        why=under.text("why"),
        given_to=tuple(text(part, proof=fields.proof, allowed=frozenset()) for part in given),
        basis=(under.kind("basis", Basis) if "basis" in under else None) or Basis.PUBLIC_TASK,
        law=under.maybe_text("law"),
        is_sensitive=under.flag("sensitive"),
    )


def read_dangers(fields: Fields, scope: Scope) -> tuple[Danger, ...]:
    """Read the signs of danger that make a case urgent."""
    return tuple(_danger(part, fields, scope) for part in fields.each("urgent"))


def _danger(part: Part, outer: Fields, scope: Scope) -> Danger:
    fields = Fields(part, outer.proof, DANGER)
    fields.need("when")
    return Danger(
        id=scope.take_id(fields, "id"),
        when=read_only_if(fields, scope, "when") or NEVER,
        say=fields.text("say"),
        ring=fields.maybe_word("ring", _RING),
    )
