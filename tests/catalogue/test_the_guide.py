"""What the guide for writers of services shows is a whole service, and names every key there is."""

import re
from pathlib import Path

from hub.catalogue.definition import Kind, Relation, Unit
from hub.catalogue.loading import keys
from tests.catalogue.written import TEMPLATES, mistakes_in

GUIDE = (Path(__file__).parents[2] / "docs" / "write-a-service.md").read_text(encoding="utf-8")


def test_the_pieces_of_the_guide_are_a_whole_service(tmp_path: Path) -> None:
    pieces = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
    about_you = (TEMPLATES / "services" / "_about-you.yaml").read_text(encoding="utf-8")

    whole = "".join(pieces).replace("service: hall-hire", "service: bins")

    assert mistakes_in(tmp_path, bins=whole, about_you=about_you) == ()


def test_the_guide_names_every_kind_relation_unit_and_key() -> None:
    tables = [keys.SERVICE, keys.QUESTION, keys.OPTION, keys.SEVERAL, keys.STOP, keys.FEE]
    words = {name for table in [*tables, keys.DANGER, keys.ROUTING, keys.RULE] for name in table}
    words |= set(Kind) | (set(Relation) - {Relation.EQUAL, Relation.ONE_OF}) | set(Unit)

    assert [word for word in sorted(words) if word not in GUIDE] == []
