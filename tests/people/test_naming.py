"""Names are compared as people write them: in any order, with slips, titles and initials."""

import pytest

from hub.people.matching.naming import Likeness, compare, likeness, words_of

SAME, CLOSE, INITIAL, OTHER = Likeness.SAME, Likeness.CLOSE, Likeness.INITIAL, Likeness.OTHER


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Mrs. Siân Ŵyn-Jones", ("sian", "wyn", "jones")),
        ("Dafydd ap Gwilym", ("dafydd", "gwilym")),
        ("Y Parch. Llŷr O\u2019Brien", ("llyr", "obrien")),
        ("Mary Mc Donald", ("mary", "mcdonald")),
        ("  O Brien  ", ("o", "brien")),
        ("Van", ("van",)),
        ("Dr", ("dr",)),
        ("李小龍", ("李小龍",)),
        ("", ()),
        ("12 3", ()),
        (" ".join(["a"] * 5000), ("a",) * 12),
    ],
)
def test_the_words_that_count(name: str, words: tuple[str, ...]) -> None:
    assert words_of(name) == words


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("gwen", "gwen", SAME),
        ("gwen", "g", INITIAL),
        ("g", "gwen", INITIAL),
        ("gwen", "m", OTHER),
        ("wil", "wiliam", CLOSE),
        ("catherine", "katherine", CLOSE),
        ("evans", "evnas", CLOSE),
        ("jones", "jonse", CLOSE),
        ("gwen", "mair", OTHER),
        ("ann", "ian", OTHER),
        ("jon", "jan", OTHER),
    ],
)
def test_slips_and_short_forms_are_forgiven_and_other_names_are_not(
    one: str, other: str, said: Likeness
) -> None:
    assert likeness(one, other) is said
    assert likeness(other, one) is said


def test_the_order_of_the_words_does_not_count() -> None:
    compared = compare(words_of("Nguyen Thi Mai"), words_of("Mai Thi Nguyen"))

    assert [rating for _, rating in compared.pairs] == [SAME, SAME, SAME]
    assert (compared.differ, compared.lacking) == (0, 0)


def test_a_middle_name_that_one_leaves_out_is_lacking_and_no_difference() -> None:
    compared = compare(words_of("Gwen Mair Jones"), words_of("Gwen Jones"))

    assert (compared.differ, compared.lacking) == (0, 1)


def test_another_first_name_is_a_difference() -> None:
    compared = compare(words_of("Gwen Jones"), words_of("Mair Jones"))

    assert (compared.differ, compared.lacking) == (1, 0)
