"""The addresses that somebody names by a street and a number, however they spell it."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, case, func, or_, select

from hub.places import spelling
from hub.places.folding import in_order
from hub.places.known import KnownAddress, Street
from hub.places.loads import in_use
from hub.places.queries import MOST_STREETS, addresses, street_of
from hub.places.rows import AddressRow, LoadKind, StreetRow
from hub.store import Session

MOST_ALONG = 60
_MOST_WORDS = 6
_SHORTEST = 2  # letters of a word that tells one street from another
# How much a word of the question tells: it is a word of the name, one but for its first letter,
# the beginning of one, or of the town.
_WHOLE, _LOOSE, _BEGINS, _TOWN = 8, 6, 5, 1


@dataclass(frozen=True, slots=True)
class Along:
    """Hold the addresses that were found along streets; `is_cut` says that there are more."""

    addresses: tuple[KnownAddress, ...]
    is_cut: bool


def streets(session: Session, said: str) -> tuple[Street, ...]:
    """Give the streets that fit best what somebody calls a street; 20 at most.

    At least one word must be of the street's own name; "street" alone, or a town, is none.
    """
    words, _ = spelling.asked_words(said)
    words = words[:_MOST_WORDS]
    telling = [one for one in words if one not in spelling.KINDS and len(one) >= _SHORTEST]
    load = in_use(session, LoadKind.ADDRESSES)
    if load is None or not telling:
        return ()
    score = sum((_score(word) for word in words[1:]), start=_score(words[0]))
    wanted = (
        select(StreetRow, score.label("score"))
        .where(StreetRow.load == load.id, or_(*map(_is_named, telling)))
        .order_by(score.desc(), StreetRow.folded)
        .limit(MOST_STREETS)
    )
    found = session.sql.execute(wanted).all()
    return tuple(street_of(row) for row, reached in found if reached == found[0][1])


def along(session: Session, said: str) -> Along:
    """Give the addresses at a number of a street, or all along it where no such number is known."""
    _, number = spelling.asked_words(said)
    found = streets(session, said)
    if not found:
        return Along((), is_cut=False)
    on_them = AddressRow.street.in_([street.folded for street in found])
    at_number = or_(*(_has(f"{number} {street.name}") for street in found))
    known = addresses(session, on_them, at_number, most=MOST_ALONG) if number else ()
    known = known or addresses(session, on_them, most=MOST_ALONG + 1)
    return Along(known[:MOST_ALONG], is_cut=len(known) > MOST_ALONG)


def _has(numbered: str) -> ColumnElement[bool]:
    return AddressRow.sorted_as.contains(f" {in_order(numbered)}", autoescape=True)


def _score(word: str) -> ColumnElement[int]:
    loose = _loose_of(word)
    return case(
        (_plain().contains(f" {word} ", autoescape=True), _WHOLE),
        (func.coalesce(StreetRow.loose, "").contains(f" {loose} ", autoescape=True), _LOOSE),
        (_plain().contains(f" {word}", autoescape=True), _BEGINS),
        (StreetRow.folded.contains(word, autoescape=True), _TOWN),
        else_=0,
    )


def _is_named(word: str) -> ColumnElement[bool]:
    loose = func.coalesce(StreetRow.loose, "")
    return or_(
        _plain().contains(f" {word}", autoescape=True),
        loose.contains(f" {_loose_of(word)} ", autoescape=True),
    )


def _plain() -> ColumnElement[str]:
    return func.coalesce(StreetRow.plain, " " + StreetRow.folded + " ")


def _loose_of(word: str) -> str:
    return spelling.loose_words((word,))[0]
