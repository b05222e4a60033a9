"""Two councils in one installation: nothing of one shows anywhere at the other."""

from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner
from sqlalchemy import select
from werkzeug.test import TestResponse

import main
from hub.drafts import CodeBy
from hub.enclosures import Enclosure
from tests.builders.logs import kept_logs
from tests.letters.reading import opened
from tests.walls import crawl, marked
from tests.walls.installed import HOSTS, MARKED, OWN, SERVICE, Installed, installed
from tests.walls.marked import EMAIL, POSTCODE, SURNAME, marks_in
from tests.web.visitor import Visitor

pytestmark = pytest.mark.promise("P13")
_COOKIE = "hub"
_NOBODYS = "1234 567 8978"


@dataclass(frozen=True)
class Known:
    """Hold what a curious resident of Aberwen got hold of: all that names something of Bryn."""

    here: Installed
    visitor: Visitor
    references: tuple[str, str]
    log: str

    @property
    def names(self) -> crawl.Names:
        """Give what may stand in an address, of both councils."""
        with self.here.outside.database.reading(MARKED) as session:
            files = [str(one) for one in session.sql.scalars(select(Enclosure.id))]
        assert len(files) == 2
        return {
            "language": ["en", "cy"],
            "service": [SERVICE, "missed-bin"],
            "path": ["story", "picture", "bin", "check."],
            "enclosure": files,
            "reference": [self.references[0].replace(" ", "")],
            "way": [by.value for by in CodeBy],
            "notice": ["privacy", "accessibility", "cookies", "contact", "bin-days"],
        }


@pytest.fixture
def known(templates: Path, database_url: str, tmp_path: Path) -> Iterator[Known]:
    """Give both councils, after a resident of Bryn was answered by letter and by e-mail."""
    with kept_logs() as log:
        here = installed(templates, database_url, tmp_path)
        visitor = here.visitor(MARKED)
        references = marked.ask_twice(here, visitor)
        visitor.begin(SERVICE)
        yield Known(here, visitor, references, log.getvalue())
        here.outside.database.close()


def test_no_page_of_a_council_shows_anything_of_another(known: Known) -> None:
    fresh, busy, borrowing = (known.here.visitor(OWN) for _ in range(3))
    busy.begin("missed-bin")
    _borrow_cookie(known.visitor, borrowing)

    seen = {
        f"{who}: {what}": crawl.all_of(page)
        for who, visitor in (("fresh", fresh), ("busy", busy), ("borrowing", borrowing))
        for what, page in (*crawl.everywhere(visitor, known.names), *crawl.astray(visitor))
    }

    assert [what for what, text in seen.items() if marks_in(text)] == []
    assert len(seen) > 150


def test_the_same_pages_show_it_all_at_its_own_council(known: Known) -> None:
    pages = list(crawl.everywhere(known.visitor, known.names))

    showing = {what for what, page in pages if marks_in(crawl.all_of(page))}

    assert {f"GET /en/report/{SERVICE}", f"GET /en/report/{SERVICE}/done", "GET /en/"} <= showing
    assert len(showing) > 20


def test_a_request_is_looked_up_at_its_own_council_alone(known: Known) -> None:
    by_letter, by_email = known.references
    facts = [(by_letter, POSTCODE), (by_letter, SURNAME), (by_email, EMAIL)]

    own = [_looked_up(known, MARKED, *fact) for fact in facts]
    others = [_looked_up(known, OWN, *fact) for fact in facts]
    nobodys = [_looked_up(known, OWN, _NOBODYS, fact) for _, fact in facts]

    assert ["Zqxvkask everything" in page for page in own] == [True, False, True]
    assert [_shape(page) for page in others] == [_shape(page) for page in nobodys]
    assert all("There is a problem" in page for page in others)


def test_no_file_of_a_council_holds_anything_of_another(known: Known) -> None:
    files = {file: _text(file) for file in known.here.data.rglob("*") if file.is_file()}

    marked_files = {file for file, text in files.items() if marks_in(f"{file.name} {text}")}
    mails = {file for file in marked_files if file.suffix == ".eml"}

    assert [f for f in marked_files - mails if not _is_database(f) and MARKED not in f.parts] == []
    assert all("zqxvkbryn.example" in files[mail] for mail in mails)
    assert [file for file in files if OWN in file.parts and marks_in(files[file])] == []
    assert {file.suffix for file in marked_files} >= {".eml", ".pdf", ""}


def test_whoever_runs_it_is_told_of_no_resident(known: Known) -> None:
    client = main.make_web(known.here.outside).test_client()

    said = [client.get(path).text for path in ("/healthz", "/readyz", "/metrics")]
    said += [_command(known.here, *words) for words in (("account",), ("verify",))]

    assert [text for text in (*said, known.log) if marks_in(text)] == []
    assert "hub_" in said[2]
    assert "job done" in known.log


def test_a_service_that_is_exported_says_nothing_of_another_council(
    known: Known, tmp_path: Path
) -> None:
    file = tmp_path / "exported.yaml"

    _command(known.here, "export-service", "missed-bin", "--council", OWN, "--output", str(file))

    assert marks_in(file.read_text(encoding="utf-8")) == set()


def _looked_up(known: Known, council: str, reference: str, fact: str) -> str:
    visitor = known.here.visitor(council)
    sent = visitor.send("/en/track", {"reference": reference, "fact": fact})
    return sent.text if sent.status_code != HTTPStatus.SEE_OTHER else _onward(visitor, sent)


def _onward(visitor: Visitor, sent: TestResponse) -> str:
    return visitor.open(sent.headers["Location"]).text


def _borrow_cookie(owner: Visitor, borrower: Visitor) -> None:
    cookie = owner.client.get_cookie(_COOKIE, domain=HOSTS[MARKED])
    assert cookie
    borrower.client.set_cookie(_COOKIE, cookie.value, domain=HOSTS[OWN])


def _shape(page: str) -> list[str]:
    """Give the lines of a page, but those in which the browser's own words and token stand."""
    return [line for line in page.splitlines() if "value=" not in line]


def _text(file: Path) -> str:
    content = file.read_bytes()
    if not content.startswith(b"%PDF"):
        return content.decode(errors="replace")
    with opened(content) as pdf:
        return "\n".join(_words(page) for page in pdf)


def _words(page: pypdfium2.PdfPage) -> str:
    return str(page.get_textpage().get_text_bounded())


def _is_database(file: Path) -> bool:
    return file.name.startswith("hub.sqlite")


def _command(here: Installed, *words: str) -> str:
    done = CliRunner().invoke(main.command, words, env=here.environ)
    assert done.exit_code == 0, done.output
    return done.output
