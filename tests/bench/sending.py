"""Requests that are ready to be sent: drafts with every answer, and the form of the last page."""

import json
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from flask import Flask, session
from flask_wtf.csrf import generate_csrf
from sqlalchemy import Connection, select, text

from channels.web import tokens
from hub import cases, catalogue, drafts, intake, interview
from hub.cases import Case
from hub.interview import Interview
from hub.staff import Viewer
from hub.store import Database
from hub.values import Channel, Language
from tests.bench.load import Sent

SERVICE = "missed-bin"
_COUNCIL = "aberwen"
_WRITTEN = (
    "arrivals",
    "residents",
    "passports",
    "cases",
    "answers",
    "askers",
    "owed_tasks",
    "chains",
    "history",
    "history_texts",
    "outbox",
)
_OF_CASE = {
    "residents": "id IN (SELECT resident_id FROM askers WHERE case_id = :case)",
    "passports": "resident_id IN (SELECT resident_id FROM askers WHERE case_id = :case)",
    "cases": "id = :case",
    "chains": "id = :case",
    "history": "chain = :case AND number = 1",
    "history_texts": "chain = :case AND number = 1",
    "outbox": "subject = :case AND name = 'CaseOpened'",
}
_JSON = frozenset({"value", "address"})


@dataclass(frozen=True)
class Ready:
    """The application whose drafts these are, its database and a finished interview."""

    app: Flask
    database: Database
    asked: Interview

    def forms(self, count: int) -> list[Sent]:
        """Begin `count` drafts with every answer, and give the last form of each."""
        tokens = [self._draft() for _ in range(count)]
        return [self._form(token, number) for number, token in enumerate(tokens)]

    def _draft(self) -> str:
        viewer = Viewer.resident(_COUNCIL)
        with self.database.session(_COUNCIL) as kept:
            door = (Channel.WEB, Language.CY, self.asked.asked_on)
            token = drafts.start(kept, viewer, self.asked.service, door=door)
            drafts.keep(kept, drafts.take(kept, token), self.asked)
        return token

    def _form(self, token: str, number: int) -> Sent:
        with self.app.test_request_context():
            session["drafts"] = {SERVICE: token}
            hidden = {"draft": tokens.mark_of(token), "read": intake.reading_of(self.asked)}
            body = urlencode({"csrf_token": generate_csrf(), **hidden}).encode()
            signer = self.app.session_interface.get_signing_serializer(self.app)  # type: ignore[attr-defined] # the cookie interface has it
            cookie = f"{self.app.config['SESSION_COOKIE_NAME']}={signer.dumps(dict(session))}"
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": cookie,
            "X-Forwarded-For": f"10.{number >> 8 & 255}.{number & 255}.1",
            "X-Forwarded-Proto": "https",
            "X-Forwarded-Host": "localhost",
        }
        return Sent(f"/cy/report/{SERVICE}/send", headers, body)


def asked_again(database: Database, reference: str) -> Interview:
    """Give the interview of a case, as a draft would hold it just before it was sent."""
    viewer = Viewer.system(_COUNCIL)
    with database.reading(_COUNCIL) as kept:
        case_id, version, day = kept.sql.execute(
            select(Case.id, Case.version, Case.asked_at).where(Case.reference == reference)
        ).one()
        answers = cases.answers_of(kept, viewer, case_id)
        return interview.begin(catalogue.of_version(kept, version), day.date()).having(answers)


def write_rows(database: Database, reference: str, path: Path) -> None:
    """Write down every row of one submission, for the peer to write again and again."""
    with database.engine.connect() as line:
        case = line.execute(
            text("SELECT id FROM cases WHERE reference = :r"), {"r": reference}
        ).scalar_one()
        rows = [{"table": table, "rows": _rows(line, table, case)} for table in _WRITTEN]
    kept = [one for one in rows if one["rows"]]
    path.write_text(json.dumps(kept), encoding="utf-8")


def _rows(line: Connection, table: str, case: object) -> list[dict[str, object]]:
    own = _OF_CASE.get(table, "case_id = :case")
    found = line.execute(text(f"SELECT * FROM {table} WHERE {own}"), {"case": case})  # noqa: S608 (names of our own tables)
    is_typed = line.dialect.name != "sqlite"  # where JSON comes back as what it means
    json_columns = _JSON if is_typed else frozenset[str]()
    return [
        {
            name: json.dumps(value) if name in json_columns else _plain(value)
            for name, value in row.items()
        }
        for row in found.mappings()
    ]


def _plain(value: object) -> object:
    if isinstance(value, bytes | memoryview):
        return "\\x" + bytes(value).hex()
    return value if value is None or isinstance(value, bool | int | float) else str(value)
