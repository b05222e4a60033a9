"""A Welsh word is the same word with its first letter changed."""

import pytest

from hub.values import bare_words, radicals, relatives


@pytest.mark.parametrize(
    ("written", "radical"),
    [
        ("bont", "pont"),
        ("mhont", "pont"),
        ("phont", "pont"),
        ("dref", "tref"),
        ("nhref", "tref"),
        ("thref", "tref"),
        ("gastell", "castell"),
        ("nghastell", "castell"),
        ("chastell", "castell"),
        ("fangor", "bangor"),
        ("mangor", "bangor"),
        ("ddinbych", "dinbych"),
        ("ninbych", "dinbych"),
        ("ardd", "gardd"),
        ("ngwynedd", "gwynedd"),
        ("lanelli", "llanelli"),
        ("ryl", "rhyl"),
        ("fynwy", "mynwy"),
    ],
)
def test_each_mutation_leads_back_and_forth(written: str, radical: str) -> None:
    assert radical in radicals(written)
    assert written in relatives(radical)
    assert written in relatives(written)


def test_two_mutations_of_one_word_are_relatives() -> None:
    assert "mhont" in relatives("bont")
    assert "sofa" in relatives("sofa")


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("Ŵyn-Jones, Siân", ["wyn", "jones", "sian"]),
        ("O\u2019Brien's 12a", ["obriens", "12a"]),
        ("ST\u00d8J / støj", ["støj", "støj"]),
        ("李 ٣", ["李", "٣"]),
        ("\ud800 !? ", []),
        ("", []),
    ],
)
def test_words_are_bare_in_any_script(said: str, words: list[str]) -> None:
    assert list(bare_words(said)) == words
