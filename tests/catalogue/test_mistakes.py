"""Every mistake in a service's file is told with its file, line and key, and what to write."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from hub.catalogue import Catalogue, DefinitionRefused
from hub.councils import Councils
from tests.catalogue.written import BINS, a_folder, changed, mistakes_in


@dataclass(frozen=True)
class Slip:
    """Hold a passage, what is written instead, and what must be said of it."""

    old: str
    new: str
    key: str
    said: str


SLIPS = {
    "a language is missing": Slip(
        "{en: Which bin?, cy: Pa fin?}", "{en: Which bin?}", "questions.1.ask", "“cy” are missing"
    ),
    "a language nobody knows": Slip(
        "cy: Pa fin?}", "cy: Pa fin?, fr: Quoi?}", "questions.1.ask.fr", "Write one of: cy, en"
    ),
    "a kind misspelt": Slip(
        "kind: digits", "kind: digit", "questions.2.kind", "Write “digits”"
    ),
    "a key misspelt": Slip(
        "only_if: {bin: brown}", "onlyif: {bin: brown}", "questions.2.onlyif", "Write “only_if”"
    ),
    "a key of the service misspelt": Slip("about:", "abuot:", "abuot", "Write “about”"),
    "options missing": Slip(
        "kind: number", "kind: choice", "questions.3", "“options” is missing"
    ),
    "options twice": Slip(
        "{id: brown, say", "{id: grey, say", "questions.1.options.2", "“grey” stands here twice"
    ),
    "options where none fit": Slip(
        "length: 8", "options: [{id: a, say: {en: A, cy: A}}]", "questions.2.options",
        "do not fit the kind “digits”",
    ),
    "one option only": Slip(
        "      - {id: brown, say: {en: Brown, cy: Brown}}\n"
        "      - {id: blue, say: {en: Blue, cy: Glas}}\n",
        "", "questions.1.options", "only one answer",
    ),
    "an id taken": Slip("id: permit", "id: bin", "questions.2.id", "“bin” is taken"),
    "an id of the hub's own taken": Slip(
        "id: permit", "id: your_name", "questions.2.id", "“your_name” is taken"
    ),
    "an id that the hub needs for itself": Slip(
        "id: permit", "id: another", "questions.2.id", "a word that the hub needs for itself"
    ),
    "an id with a capital": Slip(
        "id: permit", "id: Permit Number", "questions.2.id", "Write id: permit_number"
    ),
    "the id of the service with a _": Slip(
        "service: bins", "service: the_bins", "service", "service: missed-bin"
    ),
    "the id is not the file's name": Slip(
        "service: bins", "service: boxes", "service", "Write service: bins"
    ),
    "a condition on a question nobody asks": Slip(
        "only_if: {bin: brown}", "only_if: {bins: brown}", "questions.2.only_if.bins",
        "Write “bin”",
    ),
    "a condition on a later question": Slip(
        "only_if: {bin: brown}", "only_if: {how_many: 2}", "questions.2.only_if.how_many",
        "is asked later",
    ),
    "a condition on itself": Slip(
        "only_if: {bin: brown}", "only_if: {permit: 1}", "questions.2.only_if.permit",
        "it is this question",
    ),
    "a condition on an answer nobody can give": Slip(
        "only_if: {bin: brown}", "only_if: {bin: browm}", "questions.2.only_if.bin",
        "Write “brown”",
    ),
    "a relation misspelt": Slip(
        "{at_least: 5}", "{at_leest: 5}", "questions.5.when.how_many.at_leest",
        "Write “at_least”",
    ),
    "a relation that does not fit": Slip(
        "only_if: {bin: brown}", "only_if: {bin: {at_least: brown}}",
        "questions.2.only_if.bin.at_least", "does not fit the kind “choice”",
    ),
    "a kind that cannot be compared": Slip(
        "{how_many: {at_least: 5}}", '{permit: "12345678"}', "questions.5.when.permit",
        "Ask it as a choice",
    ),
    "a number that is a word": Slip(
        "{at_least: 5}", "{at_least: five}", "questions.5.when.how_many.at_least",
        "is not a whole number",
    ),
    "a condition inside a group from outside": Slip(
        "{how_many: {at_least: 5}}", "{what: sofa}", "questions.5.when.what", "outside the group"
    ),
    "a condition on a group": Slip(
        "{how_many: {at_least: 5}}", "{things: 2}", "questions.5.when.things",
        "is a group, not a question",
    ),
    "an empty condition": Slip(
        "only_if: {bin: brown}", "only_if: {}", "questions.2.only_if", "This condition is empty"
    ),
    "a condition that is a word": Slip(
        "only_if: {bin: brown}", "only_if: brown", "questions.2.only_if",
        "Write {question: answer}",
    ),
    "a condition that can never hold": Slip(
        "{how_many: {at_least: 5}}", "{how_many: {at_least: 5, at_most: 3}}", "questions.5.when",
        "can never hold",
    ),
    "a condition beyond the limits": Slip(
        "{at_least: 5}", "{at_least: 10}", "questions.5.when", "can never hold"
    ),
    "a rule that can never hold": Slip(
        "{when: {bin: brown}, team", "{when: {bin: {one_of: [brown], not: brown}}, team",
        "routing.rules.1.when", "can never hold",
    ),
    "a team the council does not have": Slip(
        "team: garden-waste", "team: garden-wast", "routing.rules.1.team", "Write “garden-waste”"
    ),
    "no team at all": Slip(
        "  otherwise: waste-collections\n", "", "routing", "“otherwise” is missing"
    ),
    "a group without a maximum": Slip(
        "    most: 5\n", "", "questions.4", "“most” is missing"
    ),
    "a group inside a group": Slip(
        "      - {id: what, kind: words, ask: {en: What?, cy: Beth?}}",
        "      - {several: inner}", "questions.4.questions.1", "only questions can stand",
    ),
    "a fee for a group that is not there": Slip(
        "per: things", "per: thing", "fee.1.per", "Write “things”"
    ),
    "a fee in words": Slip(
        "pence: 100", "pence: one pound", "fee.1.pence", "Write pence: 500"
    ),
    "a fee that nobody can pay": Slip(
        "pay_by: [counter, phone, cheque]\n", "", "", "“pay_by” is missing"
    ),
    "a way to pay that is not there": Slip(
        "[counter, phone, cheque]", "[counter, card]", "pay_by.2", "Write pay_by"
    ),
    "a way to pay nothing": Slip(
        "fee:\n  - {pence: 100, per: things, say: {en: Each, cy: Yr un}}\n", "",
        "pay_by", "no fee to pay",
    ),
    "a reminder before the beginning": Slip(
        "deadline:", "lasts: {holds: 4 weeks, remind: 1 month}\ndeadline:",
        "lasts.remind", "Write a shorter time",
    ),
    "no reason why answers are kept": Slip(
        "privacy: {why: {en: We need them to answer you., cy: Mae arnom eu hangen i'ch ateb.}}\n",
        "", "", "“privacy” is missing",
    ),
    "a letter nobody wrote": Slip(
        "acknowledge: received", "acknowledge: recieved", "letters.acknowledge",
        "Write “received”",
    ),
    "an occasion that never comes": Slip(
        "{acknowledge: received}", "{acknowledge: received, welcome: received}",
        "letters.welcome", "is not known",
    ),
    "a deadline that cannot be read": Slip(
        "2 working days", "soon", "deadline.answer", "Write answer: 2 working days"
    ),
    "keeping in working days": Slip(
        "2 years", "2 working days", "keep.after_closing", "Write after_closing: 2 years"
    ),
    "place-holders that differ": Slip(
        'cy: "Peth {n}"', 'cy: "Peth {m}"', "questions.4.title", "place-holders differ"
    ),
    "a place-holder nobody fills": Slip(
        "en: Which permit?, cy: Pa drwydded?", 'en: "Which {n}?", cy: "Pa {n}?"',
        "questions.2.ask.en", "The place-holder “n” is not known",
    ),
    "a brace left open": Slip(
        "en: Which permit?, cy: Pa drwydded?", 'en: "Which {?", cy: "Pa {?"',
        "questions.2.ask.en", "Write {name}",
    ),
    "a length that is a word": Slip(
        "length: 8", "length: eight", "questions.2.length", "Write length: 8"
    ),
    "a limit that does not fit the kind": Slip(
        "length: 8", "least: 8", "questions.2.least", "does not fit the kind “digits”"
    ),
    "limits the wrong way round": Slip("least: 1", "least: 10", "questions.3.least", "Swap"),
    "a flag that is a word": Slip(
        "length: 8", "optional: maybe", "questions.2.optional", "Write optional: yes"
    ),
    "a home that not everyone is asked for": Slip(
        "means: home", "means: home\n    optional: yes", "questions.6.means",
        "Everyone must be asked",
    ),
    "a meaning that does not fit": Slip(
        "means: home", "means: name", "questions.6.means", "Write kind: name"
    ),
    "words owed": Slip("length: 8", "owed: yes", "questions.2.owed", "Only a file can be owed"),
    "words where keys belong": Slip(
        "routing:\n  rules:\n    - {when: {bin: brown}, team: garden-waste}\n"
        "  otherwise: waste-collections",
        "routing: waste-collections", "routing", "where keys are needed",
    ),
    "a list where a text belongs": Slip(
        "{en: Bins, cy: Biniau}", "[Bins, Biniau]", "title", "Here stands a list"
    ),
    "a text where a list belongs": Slip("en: [bin]", "en: bin", "search.en", "Write search"),
    "a standard code that is a word": Slip(
        "service: bins", "standard: {lgsl: bins}\nservice: bins", "standard.lgsl",
        "Write lgsl: 524",
    ),
    "a phone number in words": Slip(
        "ring: 01632 960001", "ring: the office", "urgent.1.ring", "Write ring: 01632"
    ),
    "a number with a nought before it": Slip(
        "pence: 100", "pence: 0100", "fee.1.pence", "Write pence: 500"
    ),
    "a number in a condition with a nought before it": Slip(
        "{at_least: 5}", "{at_least: 05}", "questions.5.when.how_many.at_least", "Write a number"
    ),
    "a key written twice": Slip(
        "kind: number", "kind: number\n    kind: words", "questions.3.kind", "a second time"
    ),
    "questions missing": Slip(
        BINS[BINS.index("questions:"):BINS.index("fee:")], "", "", "“questions” is missing"
    ),
}  # fmt: skip


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS.keys())
def test_a_mistake_is_told_with_its_key_and_a_remedy(tmp_path: Path, slip: Slip) -> None:
    mistakes = mistakes_in(tmp_path, bins=changed(slip.old, slip.new))

    told = [mistake for mistake in mistakes if mistake.key == slip.key]
    assert any(slip.said in str(mistake) for mistake in told), list(map(str, mistakes))
    assert all(mistake.line > 0 and mistake.remedy for mistake in mistakes)


def test_the_line_is_that_of_the_slip(tmp_path: Path) -> None:
    (mistake,) = mistakes_in(tmp_path, bins=changed("kind: digits", "kind: digit"))

    line = BINS[: BINS.index("kind: digits")].count("\n") + 1
    assert str(mistake) == (
        f"services/bins.yaml:{line}: questions.2.kind: "
        "The kind “digit” is not known. Write “digits”."
    )


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    three = (
        changed("kind: digits", "kind: digit")
        .replace("2 years", "ever")
        .replace("cy: Am finiau.", "cy: ")
    )

    mistakes = mistakes_in(tmp_path, bins=three)

    assert [mistake.key for mistake in mistakes] == [
        "about.cy",
        "questions.2.kind",
        "keep.after_closing",
    ]


def test_who_names_a_wrong_question_makes_no_second_mistake(tmp_path: Path) -> None:
    mistakes = mistakes_in(tmp_path, bins=changed("kind: choice", "kind: coice"))

    assert [mistake.key for mistake in mistakes] == ["questions.1.kind"]


def test_a_service_nobody_wrote_is_told_where_the_council_lists_it(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    (folder / "services" / "bins.yaml").rename(folder / "services" / "bin.yaml")

    mistakes = Catalogue.check(folder, Councils.read(folder / "councils"), letters={"received"})

    told = next(mistake for mistake in mistakes if mistake.file.endswith("council.yaml"))
    assert told.key == "services.1"
    assert told.remedy == "Write “bin”."


def test_a_service_that_no_council_offers_is_judged_too(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    (folder / "services" / "spare.yaml").write_text("service: spare\n", encoding="utf-8")

    mistakes = Catalogue.check(folder, Councils.read(folder / "councils"), letters={"received"})

    assert {mistake.file for mistake in mistakes} == {"services/spare.yaml"}


def test_files_with_mistakes_are_refused_with_all_of_them(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, bins=changed("2 years", "ever"))

    with pytest.raises(DefinitionRefused, match=r"services/bins\.yaml:\d+: keep\.after_closing"):
        Catalogue.read(folder, Councils.read(folder / "councils"), letters={"received"})
