"""A council's own sheet of bookable days: each slip is told with its file and line."""

from datetime import date
from pathlib import Path

import pytest

from hub.councils import Council, Councils, CouncilsRefused
from hub.councils.rosters import Roster
from tests.provision.house import HOUSE

ABERWEN = (HOUSE / "templates/councils/aberwen/council.yaml").read_text(encoding="utf-8")
_HEAD = "day,from,until,places,round,areas\n"


def _council(folder: Path, sheet: bytes, service: str = "bulky-waste") -> Council:
    own = folder / "councils" / "aberwen"
    (own / "bookings").mkdir(parents=True)
    (own / "council.yaml").write_text(ABERWEN, encoding="utf-8")
    (own / "bookings" / f"{service}.csv").write_bytes(sheet)
    return Councils.read(folder / "councils").by_id("aberwen")


def _roster(folder: Path, lines: str) -> Roster:
    return _council(folder, (_HEAD + lines).encode()).rosters["bulky-waste"]


def _told(folder: Path, sheet: bytes, service: str = "bulky-waste") -> list[str]:
    with pytest.raises(CouncilsRefused) as refused:
        _council(folder, sheet, service)
    return [str(mistake) for mistake in refused.value.mistakes]


def test_weekdays_count_between_their_days_and_one_day_goes_before_them(tmp_path: Path) -> None:
    roster = _roster(
        tmp_path,
        "monday,2026-11-30,2026-12-14,8,north,ll99 1;LL99 2\n"
        "Monday,2026-12-15,,5,north,\n"
        "2026-12-07,,,2,north,\n2026-12-14,,,0,north,\nmonday,,,3,,\n",
    )

    found = {
        day: [(line.round, line.places) for line in roster.on(date(2026, *day))]
        for day in ((11, 23), (11, 30), (12, 7), (12, 14), (12, 21), (12, 22))
    }

    assert found == {
        (11, 23): [("round", 3)],
        (11, 30): [("north", 8), ("round", 3)],
        (12, 7): [("north", 2), ("round", 3)],
        (12, 14): [("round", 3)],
        (12, 21): [("north", 5), ("round", 3)],
        (12, 22): [],
    }
    assert roster.lines[0].areas == ("LL99 1", "LL99 2")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("monday,,,-1,north,", "places must be a number from 0 to 500"),
        ("monday,,,501,north,", "places must be a number from 0 to 500"),
        ("monday,,,,north,", "places must be a number from 0 to 500"),
        ("monday,,,٣,north,", "places must be a number from 0 to 500"),
        ("mondy,,,1,north,", "day must be a day such as 2026-11-30 or a weekday"),
        (",,,1,north,", "day must be a day such as 2026-11-30 or a weekday"),
        ("30/11/2026,,,1,north,", "day must be a day such as 2026-11-30 or a weekday"),
        ("monday,soon,,1,north,", "from must be a day such as 2026-11-30"),
        ("monday,2026-12-02,2026-12-01,1,north,", "until lies before from"),
        ("2026-12-01,2026-12-01,,1,north,", "from and until go with a weekday"),
        ("monday,,,1,The North,", "a round is one word of small letters"),
        ("monday,,,1,north,Aberwen", "areas must be beginnings of postcodes"),
        ("monday,,,1,north,,more", "This line has more columns than the first"),
        ('monday,,,1,"nor\nth",', "A quotation mark joins this with other lines"),
        ('monday,,,1,"north', "The sheet ends in the middle"),
        ("monday,,,1,north,\nmonday,2026-12-01,,2,north,", "Line 2 says how many places"),
        ("2026-12-01,,,1,a,\n2026-12-01,,,1,a,", "Line 2 says how many places"),
    ],
)
def test_a_line_that_cannot_be_used_is_told_with_its_file_and_line(
    tmp_path: Path, line: str, said: str
) -> None:
    told = _told(tmp_path, f"{_HEAD}{line}\n".encode())

    assert any(
        one.startswith("councils/aberwen/bookings/bulky-waste.csv:") and said in one for one in told
    ), told
    assert all(":1:" not in one for one in told)


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        (b"", "The column “day” is missing"),
        (b"day;places\nmonday;1\n", "The column “places” is missing"),
        (b"day,places,rounds\n", "The column “rounds” is not known"),
        ("day,places\nmonday,1\n".encode("utf-16"), "is missing"),
        (b"day,places,round\nmonday,1,m\xfbr\n", "Some letters are no UTF-8"),
        (b"day,places\nmonday,1\0\n", "no UTF-8"),
        (b"day,places\n" + b"monday,1\n" * 200_000, "larger than a megabyte"),
    ],
    ids=["empty", "semicolons", "a column misspelt", "UTF-16", "Latin-1", "a nought", "huge"],
)
def test_a_sheet_that_is_none_is_refused(tmp_path: Path, sheet: bytes, said: str) -> None:
    assert any(said in one for one in _told(tmp_path, sheet))


def test_a_sheet_with_a_mark_at_its_beginning_is_read(tmp_path: Path) -> None:
    council = _council(tmp_path, b"\xef\xbb\xbfday,places\nfriday,2\n")

    assert council.rosters["bulky-waste"].on(date(2026, 11, 27))[0].places == 2


def test_a_sheet_for_a_service_that_is_not_offered_is_told(tmp_path: Path) -> None:
    told = _told(tmp_path, b"day,places\nfriday,2\n", service="bulky-wast")

    assert any("a service that is not offered here" in one for one in told)
