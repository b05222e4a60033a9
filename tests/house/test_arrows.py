"""The contracts on who may import whom catch what they should: wrong imports are put in a copy."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house import source
from tests.provision.house import HOUSE

WRONG = {
    "a lower room imports a higher one": (
        "hub/values/wrong_import.py",
        "from hub import intake",
        "floors",
    ),
    "two rooms on one floor import each other": (
        "hub/routing/wrong_import.py",
        "from hub import deadlines",
        "floors",
    ),
    "a room has no floor": ("hub/attic/__init__.py", "", "floors"),
    "the hub knows Flask": ("hub/intake/wrong_import.py", "import flask", "inwards"),
    "the hub knows Celery": ("hub/intake/wrong_import.py", "import celery", "inwards"),
    "the hub knows Redis": ("hub/store/wrong_import.py", "import redis", "inwards"),
    "the hub knows Twilio": ("hub/messages/wrong_import.py", "import twilio.rest", "inwards"),
    "the hub knows a door": ("hub/cases/wrong_import.py", "import channels.web", "inwards"),
    "the hub knows a worker": ("hub/cases/wrong_import.py", "import workers.jobs", "inwards"),
    "the hub knows main": ("hub/cases/wrong_import.py", "import main", "inwards"),
    "a door knows a worker": ("channels/web/wrong_import.py", "import workers.jobs", "apart"),
    "a worker knows a door": ("workers/wrong_import.py", "import channels.web", "apart"),
    "a door knows main": ("channels/web/wrong_import.py", "import main", "outermost"),
    "a worker knows main": ("workers/wrong_import.py", "import main", "outermost"),
    "a door knows the application": (
        "channels/web/wrong_import.py",
        "import channels.app",
        "doors",
    ),
    "a door knows another": ("channels/phone/__init__.py", "import channels.web", "doors"),
    "a door has no place": ("channels/fax/__init__.py", "", "doors"),
    "a door knows a carrier": (
        "channels/web/wrong_import.py",
        "import channels.carriers",
        "carriers",
    ),
    "a worker knows a carrier": ("workers/wrong_import.py", "import channels.carriers", "carriers"),
    "two modules of a room go in a circle": (
        "hub/values/text.py",
        "import hub.values.wrong_import",
        "circles",
    ),
}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Give a copy of the code that may be spoilt."""
    for file in [*source.python("hub", "channels", "workers"), HOUSE / "pyproject.toml"]:
        target = tmp_path / file.relative_to(HOUSE)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, target)
    return tmp_path


def test_the_house_keeps_its_own_contracts(copy: Path) -> None:
    assert _broken(copy) == set()


@pytest.mark.parametrize(("file", "line", "contract"), WRONG.values(), ids=list(WRONG))
def test_a_wrong_import_is_caught(copy: Path, file: str, line: str, contract: str) -> None:
    _add(copy / file, line)
    if contract == "circles":
        _add(copy / "hub/values/wrong_import.py", "import hub.values.text")

    assert contract in _broken(copy)


def test_every_contract_has_been_seen_to_catch_something() -> None:
    assert set(_contracts().values()) == {contract for _, _, contract in WRONG.values()}


def test_a_place_that_is_kept_in_parentheses_is_still_empty() -> None:
    settings = tomllib.loads((HOUSE / "pyproject.toml").read_text())
    layered = [
        (container, layer.strip())
        for contract in settings["tool"]["importlinter"]["contracts"]
        for container in contract.get("containers", [])
        for floor in contract["layers"]
        for layer in floor.split("|")
    ]

    made = {
        f"{container}.{layer}"
        for container, layer in layered
        if layer.startswith("(") and list((HOUSE / container).glob(f"{layer.strip('()')}*"))
    }

    source.none_of(made, "take these out of their parentheses in pyproject.toml")


def _add(file: Path, line: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    before = file.read_text() if file.exists() else ""
    file.write_text(f"{before}\n{line}\n")


def _contracts() -> dict[str, str]:
    settings = tomllib.loads((HOUSE / "pyproject.toml").read_text())
    return {
        contract["name"]: contract["id"]
        for contract in settings["tool"]["importlinter"]["contracts"]
    }


def _broken(copy: Path) -> set[str]:
    """Name the contracts that import-linter finds broken in the copy."""
    linter = Path(sys.executable).parent / "lint-imports"
    answer = subprocess.run(
        [linter, "--no-cache"], check=False, capture_output=True, text=True, cwd=copy
    )
    broken = {key for name, key in _contracts().items() if f"{name} BROKEN" in answer.stdout}
    assert (answer.returncode != 0) == bool(broken), answer.stdout + answer.stderr
    return broken
