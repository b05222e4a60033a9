"""A resident at the web door: opens pages, fills in forms, keeps the cookie."""

import re
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, encode_multipart

from channels.pages import House
from channels.web import reading
from hub import drafts, interview
from hub.drafts import Draft

Form = Mapping[str, str | Sequence[str]]
Files = Mapping[str, str | Sequence[str] | Sequence[FileStorage]]
_HIDDEN = re.compile(r'name="(draft|read|key)" value="([^"]+)"')
_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


class Visitor:
    """What a browser does, without one."""

    def __init__(self, app: Flask, *, host: str = "localhost") -> None:
        self.client: FlaskClient = app.test_client()
        self.host = host
        self._token = ""
        self.hidden: dict[str, str] = {}

    def open(self, path: str, **headers: str) -> TestResponse:
        """Open a page."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self._see(self.client.get(path, base_url=f"http://{self.host}", headers=named))

    def token(self, path: str) -> str:
        """Give the token of a page's form: it serves for all pages of this browser's session."""
        if self._token:
            return self._token
        return self.token_of(self.open(path))

    def token_of(self, page: TestResponse) -> str:
        """Give the token that stands on a page, and use it from now on."""
        found = _TOKEN.search(page.text)
        assert found, "no form on this page"
        self._token = found[1]
        return self._token

    def send(
        self, path: str, form: Form | Files, *, page: str = "", token: str | None = None
    ) -> TestResponse:
        """Fill in the form of a page (the one at `path`, or `page`) and send it to `path`.

        What is hidden in it is that of the last page with a form that this browser saw.
        """
        own = self.token(page or path) if token is None else token
        filled: dict[str, Any] = {"csrf_token": own, **self.hidden, **form}
        sent = encode_multipart(filled) if "files" in form else None
        return self._see(
            self.client.post(
                path,
                base_url=f"http://{self.host}",
                data=sent[1] if sent else filled,
                content_type=f"multipart/form-data; boundary={sent[0]}" if sent else None,
            )
        )

    def upload(self, path: str, *files: tuple[str, bytes], **form: str) -> TestResponse:
        """Choose files on the page at `path`, named as they are sent, and send its form."""
        chosen = [FileStorage(BytesIO(content), filename=name) for name, content in files]
        return self.send(path, {**form, "files": chosen} if chosen else form)

    def look_up(self, reference: str, fact: str) -> TestResponse:
        """Look a request up by its reference and a second fact, and give the page of it."""
        sent = self.send("/en/track", {"reference": reference, "fact": fact})
        assert sent.status_code == 303, sent.text
        return self.open(sent.headers["Location"])

    def begin(self, service: str, language: str = "en") -> str:
        """Begin a request, and give the address of its first question."""
        sent = self.send(f"/{language}/report/{service}", {})
        assert sent.status_code == 303, sent.text
        return self.onward(sent)

    def onward(self, response: TestResponse) -> str:
        """Follow where a page sends the browser on to, and give the last address."""
        while response.status_code == 303:
            address = response.headers["Location"]
            response = self.open(address)
        return address

    def answer(self, address: str, form: Form) -> str:
        """Answer a question, and give the address of the next page."""
        sent = self.send(address, form)
        assert sent.status_code == 303, f"{address}: {sent.text}"
        return sent.headers["Location"]

    def answer_until(
        self, address: str, answers: Mapping[str, Form], *, last: str = "check"
    ) -> list[str]:
        """Answer question after question by their paths, and give all addresses on the way."""
        way = [address]
        while not way[-1].endswith(f"/{last}"):
            path = way[-1].rsplit("/", 1)[1]
            assert path in answers, f"no answer for {path} in this test"
            way.append(self.answer(way[-1], answers[path]))
        return way

    def submit(self, service: str, language: str = "en") -> TestResponse:
        """Send the request and open the confirmation."""
        check = f"/{language}/report/{service}/check"
        self.open(check)
        sent = self.send(f"/{language}/report/{service}/send", {}, page=check)
        assert sent.status_code == 303, sent.text
        return self.open(sent.headers["Location"])

    def _see(self, response: TestResponse) -> TestResponse:
        if response.mimetype == "text/html" and _TOKEN.search(response.text):
            self.hidden = dict(_HIDDEN.findall(response.text))
        return response


def said(text: str) -> dict[str, str]:
    """Answer a question of one box or one choice."""
    return {"answer": text}


def finish(visitor: Visitor, house: House, answers: Mapping[str, Form]) -> str:
    """Begin a request, let the hub take its answers at once, and give the address of the check.

    It is what `answer_until` comes to, without a page and a commit for each question.
    """
    visitor.begin("try-everything")
    with house.database.session("aberwen") as session:
        newest = select(Draft).order_by(Draft.id.desc()).limit(1)
        draft = session.sql.execute(newest).scalar_one()
        service = house.catalogue.service("aberwen", "try-everything")
        asked = drafts.interview_of(draft, service, asked_on=draft.asked_on)
        for path, form in answers.items():
            typed = {name: [said] if isinstance(said, str) else said for name, said in form.items()}
            hint = interview.step(asked, path).hint
            asked = interview.answer(asked, path, reading.given(hint, typed))
        drafts.keep(session, draft, asked)
    return "/en/report/try-everything/check"
