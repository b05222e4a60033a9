"""What residents say at a door: for any question a right answer, and what is no answer to it."""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from hypothesis import strategies as st

from hub.catalogue.definition import TODAY, Kind, Meaning, Question
from hub.interview import Given
from hub.values import may_stand_in_window

ASKED_ON = date(2026, 11, 24)
_MOST_WORDS = 60
_FIRST_DAY = date(1900, 1, 1)
_LAST_DAY = date(2100, 1, 1)

_MARKS = st.characters(exclude_categories=("C", "Z", "M"))
_EVERYDAY = st.sampled_from("abcdeŵŷâêîôûéßłあ😀<>&{}%'\"/0123456789")


def givens(question: Question, asked_on: date = ASKED_ON) -> st.SearchStrategy[Given]:
    """Give any right answer to a question, in the shape that a door hands over."""
    right = _RIGHT[question.kind](question, asked_on)
    if question.optional:
        right |= st.sampled_from([None, "", "  ", [], {}])
    if question.may_be_unknown:
        right |= st.just({"unknown": "yes"})
    if question.owed or question.kind is Kind.FILE:
        right |= st.just({"later": "yes"})
    return right


def wrong_givens(question: Question) -> st.SearchStrategy[object]:
    """Give something that is surely no answer to a question."""
    return st.sampled_from(all_wrong(question))


def all_wrong(question: Question) -> Sequence[object]:
    """Give all we know that is no answer to a question, also what no honest door hands over."""
    wrong = [*_WRONG_EVERYWHERE, *_WRONG.get(question.kind, ())]
    if not question.optional:
        wrong += ["", "   ", "\u200b", None, [], {}, {"line1": "", "day": "", "words": ""}]
    if not question.may_be_unknown:
        wrong.append({"unknown": "yes"})
    if not question.owed and question.kind is not Kind.FILE:
        wrong.append({"later": "yes"})
    if question.limits.length:
        wrong += ["1" * (question.limits.length + 1), "x" * (question.limits.length + 1)]
    return wrong


def anything() -> st.SearchStrategy[object]:
    """Give anything at all, shaped a little like what doors hand over."""
    words = st.text(max_size=30) | st.sampled_from(_HOSTILE)
    parts = st.sampled_from(
        ["day", "month", "year", "line1", "town", "postcode", "words", "lat", "lon", "documents"]
    )
    leaves = st.none() | st.booleans() | st.integers() | st.floats() | words | st.binary(max_size=5)
    return st.recursive(
        leaves,
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(parts | st.text(max_size=5), inner, max_size=4)
        ),
        max_leaves=6,
    )


_HOSTILE = [
    "nul\x00nul",
    "bell\x07",
    "\u202edesrever",
    "\u2066isolated\u2069",
    "\ud800",
    "\ufffe",
    "x" * 1_000_000,
    " " * 1_000_000 + "x",
]
_WRONG_EVERYWHERE: list[object] = [
    *_HOSTILE,
    b"bytes",
    7,
    7.5,
    float("nan"),
    {"what": {"is": ["this"]}},
    [["x"]],
    ["x", 7],
    {"line1": ["12 Stryd y Bont"], "town": {"is": "Aberwen"}, "postcode": 7},
]
_WRONG: Mapping[Kind, list[object]] = {
    Kind.YES_NO: ["maybe", "YES!", ["yes"], {"yes": "yes"}],
    Kind.CHOICE: ["mauve", ["red"], True, "red,green"],
    Kind.CHOICES: [["red", "mauve"], "mauve", True],
    Kind.WORDS: [True, ["x"]],
    Kind.STORY: [True, ["x"], "x" * 4001],
    Kind.DIGITS: ["٣٣٣٣٣٣٣٣", "1234567a", "१२३", "-", "1.5"],
    Kind.PATTERN: ["nothing like it", "AB12345٣"],
    Kind.NUMBER: ["9" * 5000, "٣", "1e3", "nan", "1_000", "0x1", "2.5", "1,00", "--1", "−1"],  # noqa: RUF001 (a sign that is none of ours)
    Kind.MONEY: ["9" * 5000, "٣", "-1", "nan", "1.5", "1.505", "£", "$5", "1,00.00"],
    Kind.DATE: [
        {"day": "31", "month": "2", "year": "2026"},
        {"day": "29", "month": "2", "year": "2025"},
        {"day": "1", "month": "1", "year": "0"},
        {"day": "1", "month": "1", "year": "0000"},
        {"day": "1", "month": "1", "year": "9999"},
        {"day": "1", "month": "1"},
        {"day": "٣", "month": "1", "year": "2000"},
        {"day": "-0", "month": "1", "year": "2000"},
        {"day": 1, "month": 1, "year": 2000},
        "2026-02-31",
        "24/11/2026",
    ],
    Kind.NAME: [True, ["x"], "x" * 201, "(Mair", "-"],
    Kind.PHONE: ["ring me", "123", "999999999999999", "😀"],
    Kind.EMAIL: ["not an address", "a@b", "a@@b.example", "😀@b.example"],
    Kind.ADDRESS: [
        "12 Stryd y Bont, Aberwen",
        {"line1": "12 Stryd y Bont", "town": "Aberwen", "postcode": "75008"},
        {"line1": "12 Stryd y Bont", "town": "", "postcode": "LL99 9ZZ"},
        {"line1": "", "town": "Aberwen", "postcode": "LL99 9ZZ"},
        {"line1": "@home", "town": "Aberwen", "postcode": "LL99 9ZZ"},
        {"line1": "x" * 61, "town": "Aberwen", "postcode": "LL99 9ZZ"},
        {"line1": "1 Stryd", "line2": "\x00", "town": "Aberwen", "postcode": "LL99 9ZZ"},
        {"line1": "1 Stryd", "town": "Aberwen", "postcode": "LL99 9ZZ", "uprn": "x"},
    ],
    Kind.PLACE: [
        {"lat": "52.1", "lon": "-3.1"},
        {"words": "here", "lat": "nan", "lon": "0"},
        {"words": "here", "lat": "91", "lon": "0"},
        {"words": "here", "lat": "0", "lon": "0"},
        {"words": "here", "point": "40.7, -74.0"},
        {"words": "here", "point": "53.1, 3.9"},
        {"words": "here", "point": "9" * 10_000},
        {"words": "here", "near": "x" * 251},
        {"words": "here", "uprn": "12a"},
        {"words": "here", "lat": "52.1"},
        {"words": "here", "lat": "٣", "lon": "0"},
    ],
    Kind.FILE: ["photo.jpg", ["../../secret"], {"documents": ["x"]}, {"documents": "a" * 64}, True],
    Kind.DECLARATION: ["no", False, "maybe"],
}


def _composed_words(least: int, most: int) -> st.SearchStrategy[str]:
    """Give words that are as long once they are composed (NFC) as they may be."""
    few = min(most, max(least, _MOST_WORDS))
    words = st.text(_EVERYDAY | _MARKS, min_size=max(least, 1), max_size=few)
    return words.filter(lambda said: least <= len(unicodedata.normalize("NFC", said)) <= most)


def _words(question: Question, _: date) -> st.SearchStrategy[Given]:
    limits = question.limits
    return _composed_words(limits.shortest or 1, limits.longest or _MOST_WORDS)


def _names(question: Question, _: date) -> st.SearchStrategy[Given]:
    limits = question.limits
    words = _composed_words(limits.shortest or 1, limits.longest or _MOST_WORDS)
    return words.filter(lambda said: may_stand_in_window(_in_one_line(said)))


def _in_one_line(said: str) -> str:
    return " ".join(unicodedata.normalize("NFC", said).split())


def _digits(question: Question, _: date) -> st.SearchStrategy[Given]:
    limits = question.limits
    least = limits.length or limits.shortest or 1
    most = limits.length or limits.longest or _MOST_WORDS
    return st.text("0123456789", min_size=least, max_size=most)


def _pattern(question: Question, _: date) -> st.SearchStrategy[Given]:
    return st.from_regex(question.limits.pattern or "x", fullmatch=True)


def _number(question: Question, _: date) -> st.SearchStrategy[Given]:
    limits = question.limits
    least = -100 if limits.least is None else limits.least
    most = max(least, 99_999) if limits.most is None else limits.most
    return st.integers(least, most).flatmap(lambda n: st.sampled_from([str(n), f" {n:,} "]))


def _money(question: Question, _: date) -> st.SearchStrategy[Given]:
    pence = st.integers(question.limits.least or 0, question.limits.most or 99_999)
    return pence.flatmap(
        lambda p: st.sampled_from([f"{p // 100}.{p % 100:02}", f"£{p // 100:,}.{p % 100:02}"])
    )


def _date(question: Question, asked_on: date) -> st.SearchStrategy[Given]:
    first = _bound(question.limits.earliest, asked_on) or _FIRST_DAY
    last = _bound(question.limits.latest, asked_on) or _LAST_DAY
    days = st.integers(0, (last - first).days).map(lambda days: first + timedelta(days=days))
    return days.map(_in_parts) | days.map(date.isoformat)


def _bound(bound: str | None, asked_on: date) -> date | None:
    if bound is None:
        return None
    return asked_on if bound == TODAY else date.fromisoformat(bound)


def _in_parts(day: date) -> dict[str, str]:
    return {"day": str(day.day), "month": f"{day.month:02}", "year": str(day.year)}


def _addresses(_: Question, __: date) -> st.SearchStrategy[Given]:
    return st.fixed_dictionaries(
        {
            "line1": st.sampled_from(["12 Stryd y Bont", "Tŷ Gwyn", "Flat 2, <b>Y Felin</b>"]),
            "line2": st.sampled_from(["", "Llanwen", "Coed-y-brain & Sons"]),
            "town": st.sampled_from(["Aberwen", "Y Bala"]),
            "postcode": st.sampled_from(["LL99 9ZZ", "ll999zz", "bfpo 52"]),
        },
        optional={"line3": st.just("Cwm"), "uprn": st.just("100012345678")},
    )


def _places(question: Question, _: date) -> st.SearchStrategy[Given]:
    limits = question.limits
    words = _composed_words(limits.shortest or 1, limits.longest or _MOST_WORDS)
    point: st.SearchStrategy[Given] = st.fixed_dictionaries(
        {
            "words": words,
            "lat": st.floats(49.1, 60.9).map(lambda degrees: f"{degrees:.6f}"),
            "lon": st.floats(-8.9, 2.4).map(lambda degrees: f"{degrees:.7f}"),
        }
    )
    described: st.SearchStrategy[Given] = st.fixed_dictionaries({"words": words})
    return point | described | words


def _files(_: Question, __: date) -> st.SearchStrategy[Given]:
    hashes = st.lists(st.text("0123456789abcdef", min_size=64, max_size=64), min_size=1, max_size=3)
    return hashes | st.fixed_dictionaries({"documents": hashes})


def _options(question: Question, _: date) -> st.SearchStrategy[Given]:
    return st.sampled_from([option.id for option in question.options])


def _ticks(question: Question, _: date) -> st.SearchStrategy[Given]:
    ids = st.sampled_from([option.id for option in question.options])
    return st.lists(ids, min_size=1, max_size=5) | ids


def _yes_or_no(_: Question, __: date) -> st.SearchStrategy[Given]:
    return st.sampled_from(["yes", "no", True, False])


def _declared(_: Question, __: date) -> st.SearchStrategy[Given]:
    return st.sampled_from(["yes", True])


def _phones(question: Question, _: date) -> st.SearchStrategy[Given]:
    forms = ["07700 900{:03}"]
    if question.means is not Meaning.MOBILE:
        forms.append("+44 1632 960{:03}")
    return st.builds(str.format, st.sampled_from(forms), st.integers(0, 999))


def _emails(_: Question, __: date) -> st.SearchStrategy[Given]:
    return st.from_regex(r"[a-z0-9]{1,10}(\.[a-z]{1,5})?@[A-Za-z]{1,10}\.example", fullmatch=True)


def _no_day(_: Question, __: date) -> st.SearchStrategy[Given]:
    return st.just({"unknown": "yes"})  # which days are free is known to the door alone


_RIGHT: Mapping[Kind, Callable[[Question, date], st.SearchStrategy[Given]]] = {
    Kind.YES_NO: _yes_or_no,
    Kind.CHOICE: _options,
    Kind.CHOICES: _ticks,
    Kind.WORDS: _words,
    Kind.STORY: _words,
    Kind.DIGITS: _digits,
    Kind.PATTERN: _pattern,
    Kind.NUMBER: _number,
    Kind.MONEY: _money,
    Kind.DATE: _date,
    Kind.NAME: _names,
    Kind.PHONE: _phones,
    Kind.EMAIL: _emails,
    Kind.ADDRESS: _addresses,
    Kind.PLACE: _places,
    Kind.FILE: _files,
    Kind.DECLARATION: _declared,
    Kind.BOOKING: _no_day,
}
