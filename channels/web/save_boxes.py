"""The boxes of the page that asks where a code goes: what stands in them, and what is wrong."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask import request

from channels.pages import Visit
from channels.pages.fields import Wrong
from hub import interview
from hub.catalogue.definition import Meaning
from hub.drafts import CodeBy, CodeFor
from hub.interview import Interview
from hub.values import EmailAddress, PhoneNumber, PostalAddress, WrongValue, may_stand_in_window

EMAIL, MOBILE, NAME, SIZE, LINE1 = "email", "mobile", "name", "size", "line1"
_ADDRESS = (LINE1, "line2", "town", "postcode")
_SIZES = ("14", "18", "24")
_LONGEST = 254
_LONGEST_NAME = 60
_NAMES: Mapping[CodeBy, tuple[str, ...]] = {
    CodeBy.EMAIL: (EMAIL,),
    CodeBy.TEXT: (MOBILE,),
    CodeBy.LETTER: (NAME, *_ADDRESS),
    CodeBy.NOTE: (NAME,),
}
_LOOKS: Mapping[str, tuple[str, str]] = {  # how wide a box is, and what may fill it in
    EMAIL: ("w20", "email"),
    MOBILE: ("w20", "tel"),
    NAME: ("w20", "name"),
    LINE1: ("", "address-line1"),
    "line2": ("", "address-line2"),
    "town": ("w20", "address-level2"),
    "postcode": ("w8", "postal-code"),
}
_WRONG_PART = {"address_line": LINE1, "address_town": "town", "postcode": "postcode"}
_WRONG_LINE = frozenset({"address_mark", "address_long"})  # any line of an address may be so
_SOUND: Mapping[str, str] = {LINE1: "1", "town": "Town", "postcode": "LL99 9ZZ"}
_UPPER = ("line2", "line3", "line4", "line5")  # as an address has them; the page has one box


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveBox:
    """Hold one box to type in."""

    name: str
    typed: str
    width: str
    autocomplete: str
    wrong: Wrong | None

    @property
    def is_optional(self) -> bool:
        """Say whether it may stay empty."""
        return self.name == "line2"


class WrongBoxes(ValueError):
    """Say what is wrong, by the name of the box."""

    def __init__(self, by_name: Mapping[str, Wrong]) -> None:
        """Keep what is wrong."""
        super().__init__()
        self.by_name = by_name


def typed() -> dict[str, str]:
    """Give what was typed into the boxes."""
    return {name: request.form.get(name, "")[:_LONGEST] for name in (*_LOOKS, SIZE)}


def known(asked: Interview) -> dict[str, str]:
    """Give what the resident has told already: nobody is asked twice."""
    address = interview.meant(asked, Meaning.POST_TO) or interview.meant(asked, Meaning.HOME)
    parts = _in_boxes(address) if isinstance(address, Mapping) else {}
    told = {EMAIL: Meaning.EMAIL, MOBILE: Meaning.MOBILE, NAME: Meaning.NAME, SIZE: Meaning.SIZE}
    single = {name: interview.meant(asked, meaning) for name, meaning in told.items()}
    return {name: str(value) for name, value in {**single, **parts}.items() if value}


def boxes(by: CodeBy, typed: Mapping[str, str], wrong: Mapping[str, Wrong]) -> list[SaveBox]:
    """Give the boxes of one way, with what stands in them."""
    return [
        SaveBox(
            name=name,
            typed=typed.get(name, ""),
            width=_LOOKS[name][0],
            autocomplete=_LOOKS[name][1],
            wrong=wrong.get(name),
        )
        for name in _NAMES[by]
    ]


def sizes(by: CodeBy, typed: Mapping[str, str]) -> list[tuple[str, bool]]:
    """Give the sizes of print to choose from, and which is chosen; only a letter has one."""
    if by is not CodeBy.LETTER:
        return []
    chosen = typed.get(SIZE) if typed.get(SIZE) in _SIZES else _SIZES[0]
    return [(size, size == chosen) for size in _SIZES]


def read(by: CodeBy, typed: Mapping[str, str], here: Visit) -> CodeFor:
    """Give where the code goes.

    :raises WrongBoxes: with what is wrong, if something is.
    """
    read: dict[str, object] = {}
    wrong: dict[str, Wrong] = {}
    for name, parse in _PARSED[by].items():
        try:
            read[name] = parse(typed)
        except WrongValue as value:
            box = _box_of(value, name, typed)
            wrong[box] = Wrong(box, _said(value, box, here))
    if wrong:
        raise WrongBoxes(wrong)
    address, email, mobile = (read.get(name) for name in (LINE1, EMAIL, MOBILE))
    return CodeFor(
        by=by,
        language=here.language,
        size=int(typed[SIZE] if typed[SIZE] in _SIZES else _SIZES[0]),
        name=str(read.get(NAME, "")),
        address=address if isinstance(address, PostalAddress) else None,
        email=email if isinstance(email, EmailAddress) else None,
        mobile=mobile if isinstance(mobile, PhoneNumber) else None,
    )


def _in_boxes(parts: Mapping[str, object]) -> dict[str, str]:
    """Give an address as the boxes hold it: a flat and its house share the second line."""
    upper = [str(parts[part]) for part in _UPPER if parts.get(part)]
    return {name: str(parts.get(name, "")) for name in _ADDRESS} | {"line2": ", ".join(upper)}


def _box_of(value: WrongValue, name: str, typed: Mapping[str, str]) -> str:
    if value.key not in _WRONG_LINE:
        return _WRONG_PART.get(value.key, name)
    return next(box for box in _ADDRESS if _is_so(value.key, box, typed))


def _is_so(key: str, box: str, typed: Mapping[str, str]) -> bool:
    """Say whether what stands in this box alone is wrong so."""
    try:
        PostalAddress.parse({**_SOUND, box: typed[box]})
    except WrongValue as wrong:
        return wrong.key == key
    return False


def _said(value: WrongValue, box: str, here: Visit) -> str:
    if value.key in _WRONG_LINE:
        return here.spoken(f"problems.{value.key}", **value.values)
    return here.say(f"save.wrong.{box}")


def _email(typed: Mapping[str, str]) -> EmailAddress:
    return EmailAddress.parse(typed[EMAIL])


def _mobile(typed: Mapping[str, str]) -> PhoneNumber:
    number = PhoneNumber.parse(typed[MOBILE])
    if not number.is_uk_mobile:
        raise WrongValue("mobile")
    return number


def _name(typed: Mapping[str, str]) -> str:
    name = " ".join(typed[NAME].split())
    if not may_stand_in_window(name) or len(name) > _LONGEST_NAME:
        raise WrongValue("name")
    return name


_PARSED: Mapping[CodeBy, Mapping[str, Callable[[Mapping[str, str]], object]]] = {
    CodeBy.EMAIL: {EMAIL: _email},
    CodeBy.TEXT: {MOBILE: _mobile},
    CodeBy.LETTER: {NAME: _name, LINE1: PostalAddress.parse},
    CodeBy.NOTE: {NAME: _name},
}
