"""What the guide for writers of services shows is a whole service, and names every key there is."""

import re
from pathlib import Path

from hub.catalogue import Catalogue, overlays
from hub.catalogue.definition import Kind, Relation, Unit
from hub.catalogue.loading import keys
from hub.councils import Councils
from tests.catalogue.written import TEMPLATES, a_folder, mistakes_in

GUIDE = (Path(__file__).parents[2] / "docs" / "write-a-service.md").read_text(encoding="utf-8")


def whole_service() -> str:
    pieces = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
    return "".join(pieces).replace("service: hall-hire", "service: bins")


def about_you() -> str:
    return (TEMPLATES / "services" / "_about-you.yaml").read_text(encoding="utf-8")


def test_the_pieces_of_the_guide_are_a_whole_service(tmp_path: Path) -> None:
    assert mistakes_in(tmp_path, bins=whole_service(), about_you=about_you()) == ()


def test_the_overlay_of_the_guide_goes_over_the_service_of_the_guide(tmp_path: Path) -> None:
    templates = a_folder(tmp_path, bins=whole_service(), about_you=about_you())
    (written,) = re.findall(r"```\n(changes: .*?)```", GUIDE, re.DOTALL)
    path = templates / "councils" / "aberwen" / "services" / "bins.yaml"
    path.parent.mkdir()
    path.write_text(written.replace("changes: hall-hire", "changes: bins"), encoding="utf-8")

    overlays.accept(path, overlays.compare(templates, path).changes)

    councils = Councils.read(templates / "councils")
    assert Catalogue.check(templates, councils, letters={"received"}) == ()


def test_the_guide_names_every_kind_relation_unit_and_key() -> None:
    tables = [keys.SERVICE, keys.QUESTION, keys.OPTION, keys.SEVERAL, keys.STOP, keys.FEE]
    words = {name for table in [*tables, keys.DANGER, keys.ROUTING, keys.RULE] for name in table}
    words |= set(Kind) | (set(Relation) - {Relation.EQUAL, Relation.ONE_OF}) | set(Unit)

    assert [word for word in sorted(words) if word not in GUIDE] == []
