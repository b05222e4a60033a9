"""One installation of two councils: Aberwen, and Bryn whose every word is marked."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import main
from channels.app import make_app
from channels.carriers.opener import ChildOpener
from channels.pages import House
from hub import settings
from tests.web.conftest import WIDE
from tests.web.visitor import Visitor
from workers.jobs import JOBS, follows
from workers.outside import Outside
from workers.relay import Relay
from workers.running import Runner

MARKED, OWN = "bryn", "aberwen"
HOSTS = {MARKED: "bryn.example", OWN: "localhost"}
SERVICE = "ask-all"
_EVERYTHING = Path(__file__).parents[1] / "web" / "everything.yaml"


@dataclass(frozen=True)
class Installed:
    """Hold both councils, their doors and their workers, all in this process."""

    environ: dict[str, str]
    outside: Outside
    house: House

    @property
    def data(self) -> Path:
        """Give the folder in which everything lies but the database."""
        return self.outside.settings.data

    def visitor(self, council: str) -> Visitor:
        """Give a new browser at a council's address."""
        return Visitor(make_app(self.house), host=HOSTS[council])

    def work(self) -> None:
        """Do all jobs that are due, of both councils."""
        relay = Relay(self.outside.database, _AtOnce(self.outside), follows=follows())
        while relay.turn():
            pass


class _AtOnce:
    """Do each job as it is delivered."""

    def __init__(self, outside: Outside) -> None:
        self._do = Runner(outside, JOBS)

    def deliver(self, job_id: UUID, _queue: str) -> None:
        self._do(job_id)

    def waiting(self) -> dict[str, int]:
        return {}


def installed(templates: Path, database_url: str, folder: Path) -> Installed:
    """Install both councils around a database that is migrated."""
    environ = {
        "HUB_TEMPLATES": str(_two(templates, folder / "templates")),
        "HUB_DATA": str(folder / "data"),
        "HUB_DATABASE_URL": database_url,
        "HUB_SECRET": "a secret of forty characters, for a test",
    }
    outside = main.open_outside(settings.prepare(settings.read(environ)))
    main.prepare_councils(outside)
    house = House(
        settings=outside.settings,
        database=outside.database,
        documents=outside.documents,
        opener=ChildOpener(),
        councils=outside.councils,
        catalogue=outside.catalogue,
        words=outside.words,
        clock=outside.database.clock,
        limits=WIDE,
    )
    return Installed(environ, outside, house)


def _two(templates: Path, copy: Path) -> Path:
    shutil.copytree(templates, copy)
    asking = _EVERYTHING.read_text(encoding="utf-8")
    asking = asking.replace("service: try-everything", f"service: {SERVICE}")
    asking = asking.replace("Ask everything", "Zqxvkask everything").replace("Gofyn", "Zqxvkgofyn")
    (copy / "services" / f"{SERVICE}.yaml").write_text(asking, encoding="utf-8")
    written = (copy / "councils" / OWN / "council.yaml").read_text(encoding="utf-8")
    (copy / "councils" / MARKED).mkdir()
    (copy / "councils" / MARKED / "council.yaml").write_text(
        written.replace("council: aberwen", f"council: {MARKED}")
        .replace("Aberwen County Council", "Zqxvkbryn Council")
        .replace("Cyngor Sir Aberwen", "Cyngor Zqxvkbryn")
        .replace("aberwen.example", "zqxvkbryn.example")
        .replace("County Hall", "Zqxvk Hall")
        .replace("The contact centre", "The Zqxvk centre")
        .replace("services: [", f"services: [{SERVICE}, ")
        .replace("hosts: [localhost, 127.0.0.1]", f"hosts: [{HOSTS[MARKED]}]"),
        encoding="utf-8",
    )
    return copy
