"""The keys of a service's file, each with an example of how to write it.

This is the whole vocabulary: a key that does not stand here is refused. The guide in
`docs/write-a-service.md` explains each of them.
"""

from collections.abc import Mapping

_TEXT = "{en: …, cy: …}"
_WHEN = "{bin: garden}"

SERVICE: Mapping[str, str] = {
    "service": "service: missed-bin",
    "welsh": "welsh: unreviewed",
    "title": f"title: {_TEXT}",
    "about": f"about: {_TEXT}",
    "search": "search: {en: [bin, rubbish], cy: [bin, sbwriel]}",
    "standard": "standard: {lgsl: 524, lgil: 17}",
    "questions": "questions: with a list of questions",
    "routing": "routing: {otherwise: waste}",
    "deadline": "deadline: {answer: 2 working days}",
    "fee": f"fee: with a list of rules such as {{pence: 500, say: {_TEXT}}}",
    "urgent": f"urgent: with a list such as {{id: needles, when: {_WHEN}, say: {_TEXT}}}",
    "pay_by": "pay_by: [counter, phone, cheque]",
    "lasts": "lasts: {holds: 12 months, remind: 4 weeks}",
    "letters": "letters: {acknowledge: received}",
    "keep": "keep: {after_closing: 2 years}",
    "privacy": f"privacy: {{why: {_TEXT}, given_to: [{_TEXT}]}}",
    "happens_next": f"happens_next: {_TEXT}",
    "shared": "shared: public",
    "for_somebody_else": "for_somebody_else: yes",
}
ABOUT_YOU: Mapping[str, str] = {
    "welsh": "welsh: unreviewed",
    "questions": "questions: with a list of questions",
}
QUESTION: Mapping[str, str] = {
    "id": "id: bin",
    "kind": "kind: choice",
    "ask": f"ask: {_TEXT}",
    "short": f"short: {_TEXT}",
    "help": f"help: {_TEXT}",
    "options": f"options: with a list such as {{id: refuse, say: {_TEXT}}}",
    "say_yes": "say_yes: {en: Yes, cy: Oes}",
    "say_no": "say_no: {en: No, cy: Nac oes}",
    "only_if": f"only_if: {_WHEN}",
    "optional": "optional: yes",
    "may_be_unknown": "may_be_unknown: yes",
    "owed": "owed: yes",
    "means": "means: home",
    "length": "length: 8",
    "shortest": "shortest: 2",
    "longest": "longest: 200",
    "least": "least: 1",
    "most": "most: 10",
    "pattern": 'pattern: "[A-Z]{2}[0-9]{6}"',
    "example": "example: AB123456",
    "earliest": "earliest: 1900-01-01",
    "latest": "latest: today",
    "book": "book: {notice: 2 working days, horizon: 6 weeks, rounds: with a list of rounds}",
}
OPTION: Mapping[str, str] = {
    "id": "id: garden",
    "say": f"say: {_TEXT}",
    "help": f"help: {_TEXT}",
}
BOOK: Mapping[str, str] = {
    "notice": "notice: 2 working days",
    "horizon": "horizon: 6 weeks",
    "rounds": "rounds: with a list such as {round: north, on: [monday], places: 8}",
}
ROUND: Mapping[str, str] = {
    "round": "round: north",
    "on": "on: [monday, thursday]",
    "places": "places: 8",
    "postcodes": "postcodes: [LL99 1, LL99 2]",
}
SEVERAL: Mapping[str, str] = {
    "several": "several: things",
    "title": 'title: {en: "Thing {n}", cy: "Peth {n}"}',
    "another": f"another: {_TEXT}",
    "say_yes": "say_yes: {en: Yes, cy: Oes}",
    "say_no": "say_no: {en: No, cy: Nac oes}",
    "most": "most: 5",
    "questions": "questions: with a list of questions",
    "only_if": f"only_if: {_WHEN}",
}
STOP: Mapping[str, str] = {
    "stop": "stop: too_late",
    "when": f"when: {_WHEN}",
    "why": f"why: {_TEXT}",
    "instead": f"instead: {_TEXT}",
    "anyway": f"anyway: {_TEXT}",
    "go_on": "go_on: yes",
}
FACT: Mapping[str, str] = {
    "fact": "fact: collected",
    "bin": "bin: bin",
    "address": "address: address",
    "within": "within: 2 working days",
    "short": f"short: {_TEXT}",
}
STANDARD: Mapping[str, str] = {"lgsl": "lgsl: 524", "lgil": "lgil: 17"}
ROUTING: Mapping[str, str] = {
    "rules": f"rules: with a list such as {{when: {_WHEN}, team: garden-waste}}",
    "otherwise": "otherwise: waste",
}
RULE: Mapping[str, str] = {"when": f"when: {_WHEN}", "team": "team: garden-waste"}
DEADLINE: Mapping[str, str] = {"answer": "answer: 2 working days"}
KEEP: Mapping[str, str] = {"after_closing": "after_closing: 2 years"}
LASTS: Mapping[str, str] = {"holds": "holds: 12 months", "remind": "remind: 4 weeks"}
PRIVACY: Mapping[str, str] = {
    "why": f"why: {_TEXT}",
    "given_to": f"given_to: with a list such as {_TEXT}",
    "basis": "basis: public task",
    "law": f"law: {_TEXT}",
    "sensitive": "sensitive: yes",
}
FEE: Mapping[str, str] = {
    "pence": "pence: 500",
    "say": f"say: {_TEXT}",
    "when": f"when: {_WHEN}",
    "per": "per: things",
}
DANGER: Mapping[str, str] = {
    "id": "id: needles",
    "when": f"when: {_WHEN}",
    "say": f"say: {_TEXT}",
    "ring": "ring: 01632 960001",
}
LETTERS: Mapping[str, str] = {"acknowledge": "acknowledge: received"}
