"""A town of made-up people, and how the same people are written down a second time.

Nobody in it is real: first names and surnames are drawn apart from each other. There are twins,
fathers and sons of one name, couples with one phone, people who move, and clerks who slip.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Any

_FIRST = """
    Gwen Mair Siân Rhian Carys Eleri Nia Ffion Megan Olwen Dafydd Ieuan Rhys Gareth Huw Emyr Aled
    Iolo Gwilym Owain Mary John Susan Peter Karen David Linda Paul Sarah Michael Fatima Aisha Imran
    Yusuf Priya Anil Mei Wei Linh Minh Agnieszka Piotr Zofia Tomasz Ama Kwame Ngozi Chidi Rosa Jorge
""".split()  # noqa: SIM905 - a list of names is read, not of quotation marks
_LAST = """
    Jones Williams Davies Evans Thomas Roberts Lewis Hughes Morgan Griffiths Prydderch Bebb
    Cadwaladr Trahaearn Penry Gethin Vaughan Pugh Bowen Smith Brown Wilson Thompson Atkinson
    Braithwaite Khan Ahmed Begum Patel Chaudhary Nguyen Tran Chen Zhang Kowalski Nowak Mensah Okafor
    Silva Moreno O'Brien McDonald Fitzgerald Wyn-Jones Lloyd-Price
""".split()  # noqa: SIM905 - as above
_COMMON = 10  # of the surnames, from the first on: half of all people have one of these


@dataclass(frozen=True, slots=True)
class Person:
    """Hold one person of the town, or one way in which they were written down."""

    first: str
    last: str
    postcode: str
    born: date
    phone: str
    email: str

    @property
    def name(self) -> str:
        """Give the name, first name first."""
        return f"{self.first} {self.last}"


def town(chance: Random, count: int) -> list[Person]:
    """Give about so many people in households, with twins and namesakes among them."""
    people: list[Person] = []
    while len(people) < count:
        people += _household(chance, len(people))
    return people


def _household(chance: Random, number: int) -> Iterator[Person]:
    last, phone = _last(chance), f"+447700{number:06d}"
    postcode = f"LL{chance.randrange(60, 78)} {chance.randrange(1, 10)}{_letters(chance, 2)}"
    first = Person(chance.choice(_FIRST), last, postcode, _born(chance), phone, _mail(chance))
    yield first
    if chance.random() < 0.5:  # a couple; many share a phone
        own = phone if chance.random() < 0.4 else f"+447701{number:06d}"
        other = first.last if chance.random() < 0.8 else _last(chance)
        yield Person(_other(chance, first), other, postcode, _born(chance), own, _mail(chance))
    if chance.random() < 1 / 50:  # twins
        yield replace(first, first=_other(chance, first), email=_mail(chance))
    if chance.random() < 1 / 25:  # a child of the same name
        later = first.born + timedelta(days=chance.randrange(7000, 12000))
        yield replace(first, born=later, phone=f"+447702{number:06d}", email=_mail(chance))


def written_again(chance: Random, person: Person) -> Person:
    """Give how the same person is written down another time: with slips, gaps and changes."""
    again = person
    for often, change in _CHANGES:
        if chance.random() < often:
            again = replace(again, **change(chance, again))
    return again


def _turned(_chance: Random, person: Person) -> dict[str, Any]:
    return {"first": person.last, "last": person.first}


_CHANGES: tuple[tuple[float, Callable[[Random, Person], dict[str, Any]]], ...] = (
    (0.25, lambda chance, who: {"first": _slip(chance, who.first)}),
    (0.15, lambda chance, who: {"last": _slip(chance, who.last)}),
    (0.10, lambda _, who: {"first": who.first[0]}),
    (0.15, _turned),
    (0.10, lambda chance, _: {"postcode": f"SY{chance.randrange(10, 25)} 1{_letters(chance, 2)}"}),
    (0.15, lambda chance, _: {"phone": f"+447703{chance.randrange(10**6):06d}"}),
    (0.20, lambda chance, _: {"email": _mail(chance)}),
    (0.05, lambda _, who: {"born": _miswritten(who.born)}),
)
"""How often each thing happens to somebody who is written down again."""


def _last(chance: Random) -> str:
    return chance.choice(_LAST[:_COMMON] if chance.random() < 0.5 else _LAST[_COMMON:])


def _other(chance: Random, person: Person) -> str:
    return chance.choice([name for name in _FIRST if name != person.first])


def _born(chance: Random) -> date:
    return date(1930, 1, 1) + timedelta(days=chance.randrange(365 * 78))


def _mail(chance: Random) -> str:
    return f"{_letters(chance, 12).lower()}@example.com"


def _letters(chance: Random, count: int) -> str:
    return "".join(chance.choice("ABDEFGHJLNPQRSTUWXYZ") for _ in range(count))


def _slip(chance: Random, word: str) -> str:
    """Swap two letters, leave one out, or write one twice."""
    at = chance.randrange(1, max(2, len(word) - 1))
    swapped = word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]
    return chance.choice([swapped, word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:]])


def _miswritten(born: date) -> date:
    try:
        return born.replace(month=born.day, day=born.month)
    except ValueError:
        return born.replace(year=born.year + 1, day=min(born.day, 28))
