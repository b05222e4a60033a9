"""What the council knows by itself, in a service file: what it follows from, and its words."""

from pathlib import Path

import pytest

from tests.catalogue.written import BINS, mistakes_in

_FACT = """\
  - fact: collected
    bin: bin
    address: home
    within: 2 working days
    short: {en: Due, cy: Diwrnod}
"""
_STOP = """\
  - stop: early
    when: {collected: not_yet}
    why: {en: "Due {last_day}.", cy: "Diwrnod {last_day}."}
    instead: {en: "Wait for {next_day}.", cy: "Arhoswch {next_day}."}
    anyway: {en: Ask., cy: Gofynnwch.}
    go_on: yes
  - id: due
    kind: date
    only_if: {collected: unknown}
    ask: {en: When?, cy: Pryd?}
    help: {en: "By {out_by}.", cy: "Erbyn {out_by}."}
"""


def _said(folder: Path, written: str) -> list[tuple[str, str]]:
    bins = BINS.replace("fee:\n", f"{written}fee:\n", 1)
    return [(one.key, str(one)) for one in mistakes_in(folder, bins=bins)]


def test_a_fact_is_named_by_conditions_and_words_below_it(tmp_path: Path) -> None:
    assert _said(tmp_path, _FACT + _STOP) == []


@pytest.mark.parametrize(
    ("old", "new", "key", "part"),
    [
        ("bin: bin", "bin: bun", "questions.7.bin", "Write “bin”"),
        ("bin: bin", "bin: how_many", "questions.7.bin", "is of the kind “number”"),
        ("address: home", "address: bin", "questions.7.address", "is of the kind “choice”"),
        ("2 working days", "2 weeks", "questions.7.within", "Write within: 2 working days"),
        ("fact: collected", "fact: bin", "questions.7.fact", "“bin” is taken"),
        ("    within: 2 working days\n", "", "questions.7", "“within” is missing"),
        ("{collected: not_yet}", "{collected: early}", "questions.8.when", "in_time, not_yet"),
        ("{collected: not_yet}", "{colected: not_yet}", "questions.8.when.colected", "collected"),
        ("{collected: not_yet}", "{bin: grey}", "questions.8.why.en", "last_day"),
        ("{collected: not_yet}", "{collected: unknown}", "questions.8.why.en", "last_day"),
        ("{collected: not_yet}", "[{collected: not_yet}, {bin: grey}]", "questions.8.why.en", "la"),
        ("{en: When?", '{en: "{last_day}?"', "questions.9.ask.en", "last_day"),
    ],
)
def test_a_slip_in_a_fact_is_told_with_its_place(
    tmp_path: Path, old: str, new: str, key: str, part: str
) -> None:
    written = _FACT + _STOP
    assert old in written

    told = _said(tmp_path, written.replace(old, new, 1))

    assert any(where.startswith(key) and part in said for where, said in told), told


def test_a_second_fact_and_one_inside_a_group_are_refused(tmp_path: Path) -> None:
    twice = _said(tmp_path, _FACT + _FACT.replace("fact: collected", "fact: again"))
    inside = mistakes_in(
        tmp_path,
        bins=BINS.replace("      - {id: what,", "      - {fact: collected}\n      - {id: what,"),
    )

    assert any("says when a bin was due already" in said for _, said in twice)
    assert any("Inside a group only questions can stand" in str(one) for one in inside)


def test_what_no_fact_stands_above_of_cannot_be_named(tmp_path: Path) -> None:
    told = _said(tmp_path, _STOP + _FACT)

    assert any("“collected” is asked later" in said for _, said in told)
