"""What can be read and should not be offered: it is refused with its line and a remedy."""

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from hub.catalogue import Catalogue, judge_words
from hub.catalogue.judging.patterns import MOST_BITS, bits
from hub.councils import Councils
from hub.files import Mistake
from tests.catalogue.written import ABOUT_YOU, BINS, a_folder, changed, mistakes_in

AFTER_THE_STOP = "  - id: home\n"
STOP = "when: {how_many: {at_least: 5}}"


def question(condition: str, kind: str = "words") -> str:
    return (
        f"  - id: late\n    kind: {kind}\n    only_if: {condition}\n"
        "    ask: {en: Late?, cy: Hwyr?}\n"
    )


def only(mistakes: tuple[Mistake, ...]) -> Mistake:
    (mistake,) = mistakes
    return mistake


def judged(folder: Path, bins: str, about_you: str = ABOUT_YOU) -> tuple[Mistake, ...]:
    templates = a_folder(folder, bins=bins, about_you=about_you)
    councils = Councils.read(templates / "councils")
    return Catalogue.check(templates, councils, letters={"received"}, judges=[judge_words])


@pytest.mark.parametrize(
    "condition", ["{how_many: 7}", "{how_many: {at_least: 5}}", "{bin: grey, how_many: [6, 8]}"]
)
def test_who_was_stopped_is_never_asked_again(tmp_path: Path, condition: str) -> None:
    bins = changed(AFTER_THE_STOP, question(condition) + AFTER_THE_STOP)

    mistake = only(mistakes_in(tmp_path, bins=bins))

    assert mistake.key == "questions.6.only_if"
    assert "“too_many”" in mistake.what
    assert mistake.line == bins[: bins.index("only_if: " + condition)].count("\n") + 1


@pytest.mark.parametrize("condition", ["{how_many: {at_least: 4}}", "[{how_many: 2}, {bin: blue}]"])
def test_who_may_have_passed_a_stop_is_asked(tmp_path: Path, condition: str) -> None:
    bins = changed(AFTER_THE_STOP, question(condition) + AFTER_THE_STOP)

    assert mistakes_in(tmp_path, bins=bins) == ()


def test_after_a_stop_for_everyone_nothing_can_be_asked(tmp_path: Path) -> None:
    bins = changed(STOP, "when: [{bin: [grey, brown]}, {bin: blue}]")

    told = {mistake.key: mistake.what for mistake in mistakes_in(tmp_path, bins=bins)}

    assert "questions.6" in told
    assert all("“too_many”" in what for what in told.values())


def test_a_stop_that_lets_one_go_on_stops_nobody(tmp_path: Path) -> None:
    bins = changed(AFTER_THE_STOP, question("{how_many: 7}") + AFTER_THE_STOP)

    assert mistakes_in(tmp_path, bins=bins.replace(STOP, f"go_on: yes\n    {STOP}")) == ()


def test_a_sign_of_danger_shows_where_the_request_ends(tmp_path: Path) -> None:
    bins = changed("id: danger, when: {bin: blue}", "id: danger, when: {how_many: 9}")

    assert mistakes_in(tmp_path, bins=bins) == ()


def test_inside_a_group_the_groups_own_condition_holds_too(tmp_path: Path) -> None:
    bins = changed("    most: 5\n", "    most: 5\n    only_if: {bin: grey}\n").replace(
        "{id: what, kind: words,", "{id: what, kind: words, only_if: {bin: blue},"
    )

    assert only(mistakes_in(tmp_path, bins=bins)).key == "questions.4.questions.1.only_if"


def test_a_rule_that_a_rule_above_always_forestalls_is_a_mistake(tmp_path: Path) -> None:
    rule = "    - {when: {bin: brown}, team: garden-waste}\n"
    narrower = "    - {when: {bin: brown, how_many: 2}, team: bulky-waste}\n"

    mistake = only(mistakes_in(tmp_path, bins=changed(rule, rule + narrower)))

    assert mistake.key == "routing.rules.2"
    assert mistakes_in(tmp_path, bins=changed(rule, narrower + rule)) == ()


def test_a_price_that_a_price_above_always_forestalls_is_a_mistake(tmp_path: Path) -> None:
    each = "  - {pence: 100, per: things, say: {en: Each, cy: Yr un}}\n"
    cheap = "  - {pence: 50, when: {bin: [grey, blue]}, say: {en: Cheap, cy: Rhad}}\n"
    grey = "  - {pence: 10, when: {bin: grey}, say: {en: Grey, cy: Llwyd}}\n"

    assert only(mistakes_in(tmp_path, bins=changed(each, cheap + grey + each))).key == "fee.2"


@pytest.mark.parametrize(
    ("limits", "condition"),
    [
        ("latest: today", "{day: {after: today}}"),
        ("earliest: 2026-06-01", "{day: {before: 2026-06-01}}"),
        ("optional: no", "{day: {after: 2026-06-01, before: 2026-06-02}}"),
    ],
)
def test_days_that_cannot_be_are_a_mistake(tmp_path: Path, limits: str, condition: str) -> None:
    day = f"  - {{id: day, kind: date, {limits}, ask: {{en: When?, cy: Pryd?}}}}\n"
    bins = changed(AFTER_THE_STOP, day + question(condition) + AFTER_THE_STOP)

    assert "can never hold" in only(mistakes_in(tmp_path, bins=bins)).what


def test_ticks_that_bar_each_other_are_a_mistake(tmp_path: Path) -> None:
    bins = changed("    kind: choice\n", "    kind: choices\n").replace(
        AFTER_THE_STOP, question("{bin: {equal: blue, not: [blue, grey]}}") + AFTER_THE_STOP
    )

    assert "can never hold" in only(mistakes_in(tmp_path, bins=bins)).what


@pytest.mark.parametrize(
    "pattern", ["(a+)+", "([A-Z]*)*", "(a|a)*", "(a|ab)+x", "(.*,){9}", "a*a*a*a*a*b", "(a?){30}a*"]
)
def test_a_pattern_that_could_be_kept_busy_is_refused(tmp_path: Path, pattern: str) -> None:
    written = f'kind: pattern\n    pattern: "{pattern}"\n    example: "{example_of(pattern)}"'
    bins = changed("kind: digits\n    length: 8", written)

    mistake = only(mistakes_in(tmp_path, bins=bins))

    assert mistake.key == "questions.2.pattern"
    assert "{1,8}" in mistake.remedy


def example_of(pattern: str) -> str:
    tries = ("a", "A", "abx", "aaab", ",,,,,,,,,")
    return next(one for one in tries if re.fullmatch(pattern, one))


@pytest.mark.parametrize(
    "pattern",
    [
        "[A-Z]{2}[0-9]{6}[A-D]",
        "[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}",
        "([0-9]{4} ){3}[0-9]{4}",
        r"(?:INV|CR)-\d{1,8}(/\d+)?",
        r"\(\d+\)",
        "[^)+]+",
    ],
)
def test_a_pattern_of_the_usual_sort_is_none(pattern: str) -> None:
    re.compile(pattern)

    assert bits(pattern) <= MOST_BITS


_SIGNS = some.sampled_from(["a", "b", "[ab]", ".", r"\w"])
_REPEATS = some.sampled_from(["*", "+", "?", "{2}", "{1,3}", "*?", "{2,}"])
_PATTERNS = some.recursive(
    _SIGNS,
    lambda inner: some.one_of(
        some.tuples(inner, inner).map("".join),
        some.tuples(inner, inner).map(lambda two: f"(?:{two[0]}|{two[1]})"),
        some.tuples(inner, _REPEATS).map(lambda two: f"({two[0]}){two[1]}"),
    ),
    max_leaves=6,
)


@given(_PATTERNS)
@settings(deadline=None, max_examples=150)
def test_what_is_not_refused_is_quick_whatever_is_answered(pattern: str) -> None:
    if bits(pattern) > MOST_BITS:
        return
    started = time.process_time()

    for hostile in ("a" * 199 + "!", "ab" * 99 + "!", "b" * 200, "aab" * 66):
        re.fullmatch(pattern, hostile)

    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    ("words", "key", "said"),
    [
        ("{en: Where? (e.g. home), cy: Ble?}", "questions.6.ask.en", "for example"),
        ("{en: Where is it kept etc?, cy: Ble?}", "questions.6.ask.en", "and so on"),
        ("{en: … the question, cy: Ble?}", "questions.6.ask.en", "still to be written"),
        ("{en: Where do you live?, cy: … y cwestiwn}", "questions.6.ask.cy", "to be written"),
        ("{en: Where do you live?, cy: Where do you live?}", "questions.6.ask.cy", "in Welsh"),
        ("{en: " + "so " * 25 + "what?, cy: Ble?}", "questions.6.ask.en", "26 words"),
    ],
)
def test_words_that_are_not_plain_are_named(
    tmp_path: Path, words: str, key: str, said: str
) -> None:
    mistake = only(judged(tmp_path, changed("{en: Where?, cy: Ble?}", words)))

    assert mistake.key == key
    assert said in str(mistake)


def test_a_service_of_long_sentences_is_named_at_its_title(tmp_path: Path) -> None:
    def lengthened(written: str) -> str:
        return re.sub(r"en: [A-Z][a-z ]+[?.]?(?=[,}])", f"en: {'very ' * 24}long.", written)

    mistakes = judged(tmp_path, lengthened(BINS), lengthened(ABOUT_YOU))

    assert [mistake.key for mistake in mistakes] == ["title"]


def test_a_start_asks_nobody_about_plain_words(tmp_path: Path) -> None:
    bins = changed("{en: Where?, cy: Ble?}", "{en: … the question, cy: Ble?}")

    assert mistakes_in(tmp_path, bins=bins) == ()
