"""All Welsh is spelt as the dictionary has it, uses the council's own terms, and is not English.

All English is short enough to be read aloud. What a person must judge (is it good Welsh?) no test
does: files say `welsh: unreviewed` until somebody has.
"""

from pathlib import Path
from statistics import mean

import pytest

from hub import files
from hub.catalogue.judging.plain_words import MEAN_WORDS, MOST_WORDS, sentences
from tests.house import source
from tests.words import spelling, terms
from tests.words.mutations import radicals
from tests.words.sayings import Saying, sayings, welsh

# Alike in both: what the hub fills in, a name of a language, two loan-words, an address.
_ALIKE = {
    "{happens_next}",
    "{dangers}",
    "{on_behalf}",
    "{signed_by}\n{council}",
    "{weekday} {day} {month} {year}",
    "{day} {month} {year}",
    "English",
    "Cymraeg",
    "Asbestos",
    "Bin",
    "Wycliffe House\nWater Lane\nWilmslow\nSK9 5AF",
}


def test_every_welsh_word_is_in_the_dictionary(templates: Path) -> None:
    places = {word: place for place, said in welsh(templates) for word in terms.words(said)}

    wrong = spelling.misspelt(places)

    source.none_of(
        [f"{places[word]}: {word}" for word in wrong],
        "mend it, or write it into tests/words/welsh_words.txt with the reason",
    )


def test_the_dictionary_knows_mutations_and_sees_mistakes() -> None:
    asked = ["gyngor", "nghyngor", "chyngor", "fin", "soffa", "cynngor", "gwastaff", "biin"]

    assert spelling.misspelt(asked) == {"cynngor", "gwastaff", "biin"}


def test_no_word_of_our_own_list_is_there_in_vain(templates: Path) -> None:
    said = {form for _, words in welsh(templates) for form in terms.words(words)}
    wanted = {form for word in said for form in (word, *radicals(word))}

    source.none_of(
        {
            word
            for word in spelling.own_words()
            if word not in wanted and word.lower() not in wanted
        },
        "take these out of tests/words/welsh_words.txt",
    )


def test_the_welsh_has_the_term_where_the_english_has_it(templates: Path) -> None:
    glossary = terms.read(templates)

    strays = [
        f"{one.place}: “{term}” is {' or '.join(glossary[term])}"
        for one in sayings(templates)
        for term in terms.missing(one.en, one.cy, glossary)
    ]

    source.none_of(strays, "say it so in Welsh, or mend templates/terms.yaml")


def test_every_term_is_said_somewhere(templates: Path) -> None:
    english = [one.en for one in sayings(templates)]
    glossary = terms.read(templates)

    idle = set(glossary) - {term for said in english for term in terms.missing(said, "", glossary)}

    source.none_of(idle, "take these out of templates/terms.yaml")


@pytest.mark.parametrize(
    ("english", "welsh_words", "lacks"),
    [
        ("Pay your council tax", "Talwch eich treth gyngor", []),
        ("Pay your council tax", "Talwch y Dreth Gyngor", []),
        ("Pay your council tax", "Talwch eich treth", ["council tax"]),
        ("Two permits", "Dwy drwydded", []),
        ("Write to {address}", "Ysgrifennwch at {address}", []),
    ],
)
def test_a_term_is_found_in_its_mutations_and_not_in_place_holders(
    templates: Path, english: str, welsh_words: str, lacks: list[str]
) -> None:
    assert list(terms.missing(english, welsh_words, terms.read(templates))) == lacks


def test_no_welsh_is_the_english_by_neglect(templates: Path) -> None:
    alike = [one for one in sayings(templates) if one.en == one.cy]

    source.none_of([one.place for one in alike if one.en not in _ALIKE], "write it in Welsh")
    source.none_of(_ALIKE - {one.en for one in alike}, "take these out of the exceptions")


def test_the_place_holders_are_the_same_in_both(templates: Path) -> None:
    differ = [
        one.place for one in sayings(templates) if files.holders(one.en) != files.holders(one.cy)
    ]

    source.none_of(differ, "write the same {names} in each language")


def test_no_english_sentence_is_longer_than_25_words(templates: Path) -> None:
    long = [
        f"{one.place}: {sentence}"
        for one in sayings(templates)
        for sentence in sentences(one.en)
        if len(sentence.split()) > MOST_WORDS
    ]

    source.none_of(long, "make it two")


def test_the_english_of_each_file_has_20_words_a_sentence_on_average(templates: Path) -> None:
    lengths: dict[str, list[int]] = {}
    for one in sayings(templates):
        of_file = lengths.setdefault(_file(one), [])
        of_file += [len(sentence.split()) for sentence in sentences(one.en)]

    long = [file for file, counted in lengths.items() if mean(counted) > MEAN_WORDS]

    source.none_of(long, "shorten its sentences")
    assert len(lengths) > 20


def _file(one: Saying) -> str:
    return one.place.partition(":")[0]
