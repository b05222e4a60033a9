"""Services written down as a council writes them, so that the catalogue can read and keep them."""

from dataclasses import fields

from hub.catalogue import versions
from hub.catalogue.definition import (
    Condition,
    Danger,
    Fact,
    FeeRule,
    Option,
    Question,
    Relation,
    Scalar,
    Service,
    Several,
    Step,
    Stop,
    Test,
    YesNo,
)
from hub.store import canonical
from hub.values import Text


def built(service: Service) -> Service:
    """Build a service anew by having the catalogue read it: with its source and its version."""
    codes = [language.value for language in service.languages]
    return versions.build(canonical({"languages": codes, "service": written(service)}))


def written(service: Service) -> dict[str, object]:
    """Write a service as the mapping that stands in its file."""
    keep = service.keep_after_closing
    return _kept(
        service=service.id,
        title=_text(service.title),
        about=_text(service.about),
        search={language.value: list(words) for language, words in service.search.items()},
        standard=_kept(lgsl=service.lgsl, lgil=service.lgil),
        questions=[_step(step) for step in service.steps],
        routing=_kept(
            rules=[
                {"when": _condition(rule.when), "team": rule.team} for rule in service.routing.rules
            ],
            otherwise=service.routing.otherwise,
        ),
        deadline={"answer": f"{service.deadline.count} {service.deadline.unit}"},
        fee=[_fee(rule) for rule in service.fee.rules] if service.fee else None,
        urgent=[_danger(danger) for danger in service.dangers],
        letters=dict(service.letters),
        keep={"after_closing": f"{keep.count} {keep.unit}"},
        happens_next=_text(service.happens_next),
        shared=service.shared,
    )


def _step(step: Step) -> dict[str, object]:
    if isinstance(step, Question):
        return _question(step)
    if isinstance(step, Fact):
        return _fact(step)
    return _several(step) if isinstance(step, Several) else _stop(step)


def _fact(fact: Fact) -> dict[str, object]:
    return {
        "fact": fact.id,
        "bin": fact.bin,
        "address": fact.address,
        "within": f"{fact.within} working days",
        "short": _text(fact.short),
    }


def _question(question: Question) -> dict[str, object]:
    limits = {field.name: getattr(question.limits, field.name) for field in fields(question.limits)}
    return _kept(
        id=question.id,
        kind=question.kind.value,
        ask=_text(question.ask),
        short=_text(question.short),
        help=_maybe(question.help),
        options=[_option(option) for option in question.options],
        **_yes_no(question.says),
        only_if=_condition(question.only_if),
        optional="yes" if question.optional else None,
        may_be_unknown="yes" if question.may_be_unknown else None,
        owed="yes" if question.owed else None,
        means=question.means and question.means.value,
        **limits,
    )


def _several(group: Several) -> dict[str, object]:
    return _kept(
        several=group.id,
        title=_text(group.title),
        another=_text(group.another),
        **_yes_no(group.says),
        most=group.most,
        questions=[_question(question) for question in group.questions],
        only_if=_condition(group.only_if),
    )


def _stop(stop: Stop) -> dict[str, object]:
    return _kept(
        stop=stop.id,
        when=_condition(stop.when),
        why=_text(stop.why),
        instead=_text(stop.instead),
        anyway=_text(stop.anyway),
        go_on="yes" if stop.go_on else None,
    )


def _fee(rule: FeeRule) -> dict[str, object]:
    when = _condition(rule.when)
    return _kept(pence=rule.pence, say=_text(rule.say), when=when, per=rule.per)


def _danger(danger: Danger) -> dict[str, object]:
    when = _condition(danger.when)
    return _kept(id=danger.id, when=when, say=_text(danger.say), ring=danger.ring)


def _option(option: Option) -> dict[str, object]:
    return _kept(id=option.id, say=_text(option.say), help=_maybe(option.help))


def _yes_no(says: YesNo | None) -> dict[str, object]:
    return {} if says is None else {"say_yes": _text(says.yes), "say_no": _text(says.no)}


def _condition(condition: Condition | None) -> list[dict[str, object]] | None:
    if condition is None:
        return None
    return [{test.question: _test(test) for test in tests} for tests in condition.any_of]


def _test(test: Test) -> dict[str, object]:
    values = [_scalar(value) for value in test.value]
    is_list = test.relation in (Relation.ONE_OF, Relation.NOT)
    return {test.relation.value: values if is_list else values[0]}


def _scalar(value: Scalar) -> int | str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else value


def _text(text: Text) -> dict[str, str]:
    return {language.value: words for language, words in text.items()}


def _maybe(text: Text | None) -> dict[str, str] | None:
    return None if text is None else _text(text)


def _kept(**parts: object) -> dict[str, object]:
    """Leave out what is not said: a file has no empty keys."""
    return {name: part for name, part in parts.items() if part is not None and part not in ([], {})}
