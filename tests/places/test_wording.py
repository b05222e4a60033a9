import pytest

from hub import places


@pytest.mark.parametrize(
    ("words", "streets"),
    [
        ("Outside 12 High Street, near the bus stop", ("high street",)),
        ("by the lamp in HIGH ST.", ("high street",)),
        ("Corner of Castle Road and Mill Lane", ("castle road", "mill lane")),
        ("gyferbyn â 3 Stryd y Bont", ("stryd y bont",)),
        ("Heol Ŵyn, wrth y siop", ("heol wyn",)),
        ("In the street, behind the chapel", ()),
        ("In the park", ()),
        ("", ()),
    ],
)
def test_the_streets_in_somebodys_words_are_found(words: str, streets: tuple[str, ...]) -> None:
    assert places.streets_in(words) == streets


def test_a_street_is_said_as_it_is_written() -> None:
    assert places.say_street("stryd y bont") == "Stryd y Bont"
