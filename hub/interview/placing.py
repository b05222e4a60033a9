"""A kept place as it is said to crews and residents: the words, then the address, then the grid."""

from collections.abc import Iterator, Mapping

from hub.interview.readers.locating import point_of
from hub.values import GridSquare, Language, Text
from hub.words import Words


def say_place(value: Mapping[str, object], words: Words) -> Text:
    """Say a place: "By the shop (near 4 Stryd y Bont, Aberwen; grid reference SH 7286 5792)"."""
    own, more = str(value.get("words", "")), tuple(_more(value, words))
    if not more:
        return Text(dict.fromkeys(Language, own))
    joined = {code: "; ".join(part.to(code) for part in more) for code in Language}
    return Text({code: f"{own} ({beside})" for code, beside in joined.items()})


def _more(value: Mapping[str, object], words: Words) -> Iterator[Text]:
    near = value.get("near")
    if near and near != value.get("words"):
        yield words.text("answers.near", address=str(near))
    if grid := value.get("grid") or _grid(value):
        yield words.text("answers.grid", grid=str(grid))
    if value.get("anyway") is True:
        yield words.text("answers.outside")


def _grid(value: Mapping[str, object]) -> str:
    point = point_of(value)
    if point is None or not point.is_in_britain or point.has_other_grid:
        return ""
    return GridSquare.at(point).shown
