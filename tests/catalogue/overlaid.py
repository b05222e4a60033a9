"""An overlay over the small service of `written`, accepted as a web officer accepts it."""

from pathlib import Path

from hub.catalogue import Catalogue, Service, overlays
from hub.councils import Councils
from hub.files import Mistake
from tests.catalogue.written import BINS, a_folder

FILE = "councils/aberwen/services/bins.yaml"


def laid(folder: Path, overlay: str, *, bins: str = BINS, is_accepted: bool = True) -> Path:
    """Lay an overlay over the small service, and accept it as `hub diff --accept` does."""
    templates = a_folder(folder)
    path = templates / FILE
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"changes: bins\n{overlay}", encoding="utf-8")
    if is_accepted:
        overlays.accept(path, overlays.compare(templates, path).changes)
    (templates / "services" / "bins.yaml").write_text(bins, encoding="utf-8")
    return templates


def refused(templates: Path) -> tuple[Mistake, ...]:
    """Give the mistakes in a folder."""
    councils = Councils.read(templates / "councils")
    return Catalogue.check(templates, councils, letters={"received"})


def offered(templates: Path) -> Service:
    """Give the service as the council offers it."""
    councils = Councils.read(templates / "councils")
    return Catalogue.read(templates, councils, letters={"received"}).service("aberwen", "bins")
