"""Plain words: short sentences, no Latin, nothing left to be written.

The lengths are those of the GOV.UK style guide: 25 words at most, and fewer on average.
"""

import re
from collections.abc import Iterator
from statistics import mean

from hub.catalogue.judging.judged import Judged
from hub.files import Mistake, Part
from hub.values import Language

TO_WRITE = "…"  # what begins with it was left by `hub new-service` for someone to write
MOST_WORDS = 25
MEAN_WORDS = 20
_ENOUGH = 4  # words; fewer may be a name, which is the same in both languages
_SENTENCE = re.compile(r"(?<=[.?!:])\s+")
_LATIN = re.compile(r"\b(e\.?g\b|i\.?e\b|etc\b|via\b|per annum\b|NB\b|vice versa\b)", re.ASCII)
_PLAIN = {
    "eg": "for example",
    "ie": "that is",
    "etc": "and so on",
    "via": "through",
    "perannum": "each year",
    "NB": "please note",
    "viceversa": "the other way round",
}


def judge(judged: Judged) -> Iterator[Mistake]:
    """Refuse words that are hard to read, were left unwritten or not translated."""
    said = list(judged.words())
    for language, part in said:
        if language is Language.EN:
            yield from _judge_english(part)
    yield from _judge_unwritten(judged.part)
    yield from _judge_twins(judged.part)
    english = [part.written for language, part in said if language is Language.EN]
    lengths = [_length(sentence) for words in english for sentence in sentences(words)]
    if lengths and mean(lengths) > MEAN_WORDS:
        what = f"The English sentences have {mean(lengths):.0f} words on average."
        remedy = f"Shorten them to {MEAN_WORDS} or fewer."
        yield Mistake.at(judged.at("title"), what, remedy)


def sentences(words: str) -> list[str]:
    """Part words into sentences; a colon ends one, as it does when they are read aloud."""
    return _SENTENCE.split(words)


def _judge_english(part: Part) -> Iterator[Mistake]:
    longest = max(sentences(part.written), key=_length)
    if _length(longest) > MOST_WORDS:
        what = f"A sentence of {_length(longest)} words: “{longest[:40]} …”."
        yield Mistake.at(part, what, f"Make it two, of {MOST_WORDS} words at most.")
    if found := _LATIN.search(part.written):
        plain = _PLAIN[re.sub(r"[. ]", "", found[0])]
        yield Mistake.at(part, f"“{found[0]}” is not plain English.", f"Write “{plain}”.")


def _judge_unwritten(part: Part) -> Iterator[Mistake]:
    if part.is_leaf and part.written.startswith(TO_WRITE):
        what = "These words are still to be written."
        yield Mistake.at(part, what, f"Write them instead of “{part.written[:40]}”.")
    for each in (*(part.mapping or {}).values(), *(part.members or ())):
        yield from _judge_unwritten(each)


def _judge_twins(part: Part) -> Iterator[Mistake]:
    inner = part.mapping or {}
    english, welsh = inner.get(Language.EN.value), inner.get(Language.CY.value)
    if english and welsh and english.is_leaf:
        if english.written == welsh.written and _length(english.written) >= _ENOUGH:
            yield Mistake.at(welsh, "The Welsh is the English.", "Write it in Welsh.")
        return
    for each in (*inner.values(), *(part.members or ())):
        yield from _judge_twins(each)


def _length(sentence: str) -> int:
    return len(sentence.split())
