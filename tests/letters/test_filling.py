"""What stays together in a letter, wherever its lines end."""

from pathlib import Path

import pytest

from hub.catalogue import Catalogue
from hub.councils import Councils
from hub.letters import Told
from tests.builders.letters import an_acknowledgement

NO_BREAK = "\u00a0"


@pytest.mark.parametrize(
    "postcode", ["L9 9ZZ", "LL9 9ZZ", "LL99 9ZZ", "B33 8TH", "SW1A 1AA", "W1A 0AX", "BFPO 52"]
)
def test_no_postcode_is_broken(templates: Path, postcode: str) -> None:
    offered = Catalogue.read(templates, Councils.read(templates / "councils"))
    home = {"line1": "14 Heol yr Harbwr", "line2": "", "town": "Aberwen", "postcode": postcode}

    edition = an_acknowledgement(
        offered.service("aberwen", "missed-bin"), templates, said={"address": home}
    )

    (told,) = (block for block in edition.passages[0].blocks if isinstance(block, Told))
    (where,) = (said for label, said in told.rows if label == "Address of the bin")
    assert where == f"14 Heol yr Harbwr, Aberwen, {postcode.replace(' ', NO_BREAK)}"
