from collections.abc import Mapping
from pathlib import Path

import pytest

from hub.catalogue import Catalogue, Service
from hub.councils import Councils


@pytest.fixture(scope="session")
def library(templates: Path) -> Mapping[str, Service]:
    councils = Councils.read(templates / "councils")
    return {one.id: one for one in Catalogue.read(templates, councils).services("aberwen")}
