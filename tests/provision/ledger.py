"""The books of an installation, read from outside: the read-only views, and the print folder."""

import csv
import hashlib
import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import psycopg
from psycopg.rows import dict_row
from sqlalchemy import make_url

Row = Mapping[str, object]


@dataclass(frozen=True)
class Ledger:
    """Read what became of the requests; nothing is ever written."""

    database_url: str
    print_folder: Path

    def rows(self, query: str) -> list[Row]:
        """Give the rows of a query."""
        url = make_url(self.database_url)
        if url.get_backend_name() == "sqlite":
            with closing(sqlite3.connect(f"file:{url.database}?mode=ro", uri=True)) as line:
                line.row_factory = sqlite3.Row
                return [dict(row) for row in line.execute(query)]
        plain = url.set(drivername="postgresql").render_as_string(hide_password=False)
        with psycopg.connect(plain, row_factory=dict_row) as line:
            return list(line.execute(query).fetchall())

    def cases(self) -> Counter[str]:
        """Count the cases of each reference."""
        return Counter(str(row["reference"]) for row in self.rows("SELECT * FROM v_cases"))

    def letters(self) -> Counter[str]:
        """Count the letters of each reference."""
        return Counter(str(row["reference"]) for row in self.rows("SELECT * FROM v_letters"))

    def manifest(self) -> list[dict[str, str]]:
        """Give every line of every manifest in the print folder."""
        lines = []
        for file in sorted(self.print_folder.rglob("*.csv")):
            with file.open(encoding="utf-8", newline="") as manifest:
                lines += [
                    {**line, "file": str(file.parent / line["file"])}
                    for line in csv.DictReader(manifest)
                ]
        return lines

    def pdfs(self) -> list[Path]:
        """Give every PDF that a printer would see in the print folder."""
        return sorted(file for file in self.print_folder.rglob("*.pdf") if file.name[0] != ".")

    def undone(self) -> list[Row]:
        """Give the events and jobs that are due and not done, and the jobs that are held."""
        left = self.rows("SELECT * FROM v_outbox_open")
        now = datetime.now(UTC)  # after the look: what was due when it was seen counts
        return [row for row in left if row["what"] == "event" or moment(row["due_at"]) <= now]

    def held(self) -> list[Row]:
        """Give the jobs that are held for a person, each with its reason."""
        return self.rows("SELECT * FROM jobs WHERE state = 'held'")

    def is_settled(self) -> bool:
        """Say whether everything that should follow has followed; fail if a job is held."""
        undone = self.undone()
        assert not [row for row in undone if row["state"] == "held"], self.held()
        return not undone

    def demand_one_each(self, shown: Sequence[str]) -> None:
        """Fail unless every reference that was shown is one case with one letter, once printed."""
        assert len(set(shown)) == len(shown), "a reference was given twice"
        cases, letters = self.cases(), self.letters()
        printed = Counter(line["reference"].replace(" ", "") for line in self.manifest())
        assert set(shown) <= set(cases), f"lost: {set(shown) - set(cases)}"
        once = Counter(set(cases))
        for name, found in {"cases": cases, "letters": letters, "manifest": printed}.items():
            assert found == once, f"{name}: {found - once} too many, {once - found} missing"
        self._demand_files()

    def _demand_files(self) -> None:
        told = {line["file"]: line["sha256"] for line in self.manifest()}
        assert [str(file) for file in self.pdfs()] == sorted(told)
        for file, sha256 in told.items():
            assert hashlib.sha256(Path(file).read_bytes()).hexdigest() == sha256, file


def moment(told: object) -> datetime:
    """Read a moment as either database gives it."""
    moment = told if isinstance(told, datetime) else datetime.fromisoformat(str(told))
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
