"""The figures of the promises: a tenth in every run, the full figure in `make prove P=P2`.

A test that counts towards a promise is marked `@pytest.mark.promise("P2")` and asks `figure` how
often. When all of a promise's tests have passed at their full figure, its row in README.md says so.
"""

import os
import re
import subprocess
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.provision.house import HOUSE

README = HOUSE / "README.md"


@dataclass
class Figures:
    """How often this run does what is promised, and with which chance."""

    is_proving: bool
    seed: int
    counted: list[str] = field(default_factory=list)

    def __call__(self, *, ci: int, proof: int, of: str) -> int:
        """Say how often: `ci` in every run, `proof` when proving; `of` names what is counted."""
        count = proof if self.is_proving else ci
        said = f"{count:,} {of}"
        if said not in self.counted:
            self.counted.append(said)
        print(f"{said}, seed {self.seed}")  # noqa: T201 - shown by pytest when the test fails
        return count


FIGURES = pytest.StashKey[Figures]()


def prepare(config: pytest.Config) -> None:
    """Draw this run's seed (or take HUB_TEST_SEED's) and see whether it proves."""
    seed = int(os.environ.get("HUB_TEST_SEED", "0")) or int.from_bytes(os.urandom(4), "big")
    is_proving = config.getoption("--prove") is not None
    config.stash[FIGURES] = Figures(is_proving=is_proving, seed=seed)


@pytest.fixture
def figure(request: pytest.FixtureRequest) -> Figures:
    """Give what says how often a promise is tried in this run."""
    return request.config.stash[FIGURES]


def write_down(config: pytest.Config, *, tests: int, readme: Path = README) -> None:
    """Write into README's table what was proved just now: date, commit and count.

    `tests` is how many tests there were: it stands for the count where nothing was counted.
    """
    counted = ", ".join(config.stash[FIGURES].counted) or f"{tests} tests"
    proof = f"{datetime.now(UTC):%Y-%m-%d} · {_commit()} · {counted}"
    text = written(readme.read_text(), promise=config.getoption("--prove"), proof=proof)
    readme.write_text(text)


def written(table: str, *, promise: str, proof: str) -> str:
    """Give the table with the last column of a promise's row replaced.

    :raises ValueError: if there is no row for that promise.
    """
    row = re.compile(rf"^(\| {re.escape(promise)} \|.*\|) [^|]* \|$", re.MULTILINE)
    if not row.search(table):
        raise ValueError(promise)
    return row.sub(lambda found: f"{found[1]} {proof} |", table)


def _commit() -> str:
    asked = ["git", "rev-parse", "--short", "HEAD"]
    answer = subprocess.run(asked, check=False, capture_output=True, text=True, cwd=HOUSE)
    return answer.stdout.strip() or "not committed"
