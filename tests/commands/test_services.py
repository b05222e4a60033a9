"""The commands of those who write services, run as a web officer runs them."""

import shutil
from pathlib import Path

import pytest
from click.testing import Result

from tests.commands.conftest import Hub

OVERLAY = """\
changes: missed-bin
deadline: {answer: 3 working days}
questions:
  - change: bin
    ask: {en: Which bin was left full?, cy: Pa fin gafodd ei adael yn llawn?}
"""


@pytest.fixture
def own(tmp_path: Path, templates: Path) -> Path:
    """Give a copy of the templates that a test may write to."""
    return Path(shutil.copytree(templates, tmp_path / "templates"))


def run(hub: Hub, own: Path, *words: str) -> Result:
    return hub(*words, HUB_TEMPLATES=str(own))


def lay(own: Path, overlay: str = OVERLAY) -> Path:
    path = own / "councils" / "aberwen" / "services" / "missed-bin.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(overlay, encoding="utf-8")
    return path


def test_an_overlay_is_compared_accepted_and_then_offered(hub: Hub, own: Path) -> None:
    path = lay(own)
    before = run(hub, own, "check")

    looked = run(hub, own, "diff", "missed-bin")
    accepted = run(hub, own, "diff", "missed-bin", "--accept")
    after = run(hub, own, "check")

    assert before.exit_code == 65
    assert "councils/aberwen/services/missed-bin.yaml:2: deadline.answer: " in before.stderr
    assert "here:    3 working days" in looked.output
    assert looked.output.count("(not accepted yet)") == 2
    assert accepted.output.endswith("Accepted.\n")
    assert path.read_text(encoding="utf-8").startswith(OVERLAY.rstrip())
    assert (after.exit_code, after.output.splitlines()[-1]) == (0, "No mistakes.")


def test_without_an_overlay_nothing_is_changed(hub: Hub, own: Path) -> None:
    every, one = run(hub, own, "diff"), run(hub, own, "diff", "missed-bin", "--council", "aberwen")

    assert every.output == "Nothing is changed: all stands as the library has it.\n"
    assert one.output == "Nothing is changed: missed-bin stands as the library has it.\n"


def test_a_service_that_is_not_there_cannot_be_compared(hub: Hub, own: Path) -> None:
    result = run(hub, own, "diff", "missed-bus")

    assert (result.exit_code, result.stderr[:27]) == (70, "hub: There is no such servi")


def test_an_overlay_that_does_not_go_together_is_refused(hub: Hub, own: Path) -> None:
    lay(own, "changes: missed-bin\nquestions:\n  - leave_out: bins\n")

    result = run(hub, own, "diff")

    assert result.exit_code == 65
    assert "services/missed-bin.yaml:3: questions.1.leave_out" in result.stderr
    assert "Write “bin”." in result.stderr


@pytest.mark.parametrize(("words", "name"), [((), "service"), (("--overlay",), "overlay")])
def test_the_schema_is_printed_as_it_lies_in_the_templates(
    hub: Hub, templates: Path, words: tuple[str, ...], name: str
) -> None:
    result = hub("schema", *words)

    assert result.output == (templates / f"{name}.schema.json").read_text(encoding="utf-8")
