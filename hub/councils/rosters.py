"""The days that can be booked by a council's own sheet: bookings/<service>.csv beside its file.

Where a council has a sheet for a service, it stands instead of the numbers in the definition.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hub.files import Part, Proof
from hub.files.sheets import read_sheet
from hub.values.postcode import postcode_area

FOLDER = "bookings"
_COLUMNS = ("day", "places")
_MORE = ("from", "until", "round", "areas")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ROUND = re.compile(r"[a-z][a-z0-9]*([_-][a-z0-9]+)*")
_MOST_PLACES = 500
_ONLY = "round"  # the name of the round where a sheet names none


@dataclass(frozen=True, slots=True)
class RosterLine:
    """Be a line of a sheet: so many places on one day, or on a weekday from a day until another.

    `areas` are beginnings of postcodes that the round serves; none means all. No places means that
    nobody comes.
    """

    round: str
    places: int
    day: date | None = None
    weekday: int = 0  # Monday is 0
    first: date = date.min
    last: date = date.max
    areas: tuple[str, ...] = ()

    def covers(self, day: date) -> bool:
        """Say whether the line is about a day."""
        if self.day is not None:
            return day == self.day
        return day.weekday() == self.weekday and self.first <= day <= self.last

    def is_beside(self, other: "RosterLine") -> bool:
        """Say whether both are about the same day of the same round, and neither goes before."""
        if self.round != other.round or (self.day is None) is not (other.day is None):
            return False
        if self.day is not None:
            return self.day == other.day
        is_apart = self.last < other.first or other.last < self.first
        return self.weekday == other.weekday and not is_apart


@dataclass(frozen=True, slots=True)
class Roster:
    """Hold the sheet of one service; a line for a day goes before one for its weekday."""

    lines: tuple[RosterLine, ...]

    def on(self, day: date) -> tuple[RosterLine, ...]:
        """Give the line of each round that comes on a day, in the order of the sheet."""
        found: dict[str, RosterLine] = {}
        for line in self.lines:
            if line.covers(day) and (line.round not in found or line.day is not None):
                found[line.round] = line
        return tuple(line for line in found.values() if line.places)


def read_rosters(folder: Path, *, root: Path, proof: Proof) -> Mapping[str, Roster]:
    """Read every sheet of a council by the service it is for, or mark its mistakes."""
    paths = sorted((folder / FOLDER).glob("*.csv"))
    return {path.stem: Roster(tuple(_lines(path, root, proof))) for path in paths}


def _lines(path: Path, root: Path, proof: Proof) -> Iterator[RosterLine]:
    seen: dict[object, list[tuple[int, RosterLine]]] = {}
    rows = read_sheet(path, root=root, columns=_COLUMNS, more=_MORE, proof=proof)
    for at, row in rows:
        try:
            line = _line(row)
        except ValueError as wrong:
            proof.mark(at, f"This line cannot be used: {wrong}.", "Mend it, or take it out.")
            continue
        alike = seen.setdefault((line.round, line.day, line.weekday), [])
        twin = next((number for number, other in alike if line.is_beside(other)), None)
        if twin is not None:
            what = f"Line {twin} says how many places this day has."
            proof.mark(at, what, "Keep one of them, or part them by from and until.")
        alike.append((at.line, line))
        yield line


def _line(row: Mapping[str, str]) -> RosterLine:
    weekday = row["day"].lower()
    is_weekday = weekday in _WEEKDAYS
    first, last = _day(row, "from", date.min), _day(row, "until", date.max)
    if not is_weekday and (row.get("from") or row.get("until")):
        raise ValueError("from and until go with a weekday, not with one day")
    if last < first:
        raise ValueError("until lies before from")
    return RosterLine(
        round=_round(row),
        places=_places(row["places"]),
        day=None if is_weekday else _day(row, "day", date.min),
        weekday=_WEEKDAYS.index(weekday) if is_weekday else 0,
        first=first,
        last=last,
        areas=_areas(row.get("areas", "")),
    )


def _day(row: Mapping[str, str], name: str, without: date) -> date:
    written = row.get(name, "")
    if not written and name != "day":
        return without
    try:
        return date.fromisoformat(written)
    except ValueError as wrong:
        or_weekday = " or a weekday" if name == "day" else ""
        raise ValueError(f"{name} must be a day such as 2026-11-30{or_weekday}") from wrong


def _places(written: str) -> int:
    if not re.fullmatch(r"[0-9]{1,3}", written) or int(written) > _MOST_PLACES:
        raise ValueError(f"places must be a number from 0 to {_MOST_PLACES}")
    return int(written)


def _round(row: Mapping[str, str]) -> str:
    name = row.get("round") or _ONLY
    if not _ROUND.fullmatch(name):
        raise ValueError("a round is one word of small letters")
    return name


def _areas(written: str) -> tuple[str, ...]:
    try:
        return tuple(postcode_area(area) for area in written.split(";") if area.strip())
    except ValueError as wrong:
        said = "areas must be beginnings of postcodes, such as LL99 1;LL99 2"
        raise ValueError(said) from wrong


def judge_services(
    rosters: Mapping[str, Roster], services: tuple[str, ...], *, at: Part, proof: Proof
) -> None:
    """Mark a sheet of a service that the council does not offer."""
    for service in rosters.keys() - set(services):
        what = f"{FOLDER}/{service}.csv is for a service that is not offered here."
        proof.mark(at, what, f"Add {service} to services, or take the sheet away.")
