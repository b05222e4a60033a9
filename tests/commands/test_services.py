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


def test_a_new_service_is_right_but_for_its_words(hub: Hub, own: Path) -> None:
    begun = run(hub, own, "new-service", "bin-store")
    path = own / "services" / "bin-store.yaml"
    checked = run(hub, own, "check")

    assert str(path) in begun.output
    assert checked.exit_code == 65
    said = checked.stderr.removeprefix("hub: ").splitlines()
    assert all("services/bin-store.yaml:" in line for line in said)
    assert all("These words are still to be written." in line for line in said)
    lines = {int(line.split(":")[1]) for line in said}
    written = path.read_text(encoding="utf-8").splitlines()
    assert lines == {n for n, line in enumerate(written, 1) if "… " in line and line[0] != "#"}


def test_a_new_service_whose_words_are_written_is_offered(hub: Hub, own: Path) -> None:
    run(hub, own, "new-service", "bin-store")
    path = own / "services" / "bin-store.yaml"
    written = (
        path.read_text(encoding="utf-8").replace("cy: … ", "cy: Y ").replace("gair, …", "gair, ")
    )
    path.write_text(written.replace("[… gair", "[gair").replace("… ", "The "), encoding="utf-8")
    council = own / "councils" / "aberwen" / "council.yaml"
    offered = council.read_text(encoding="utf-8").replace("services: [", "services: [bin-store, ")
    council.write_text(offered, encoding="utf-8")

    result = run(hub, own, "check")

    assert result.output.startswith("aberwen: bin-store, "), result.output


@pytest.mark.parametrize("name", ["missed-bin", "../up", "Bin Store"])
def test_a_new_service_needs_a_name_of_its_own(hub: Hub, own: Path, name: str) -> None:
    result = run(hub, own, "new-service", name)

    assert result.exit_code == 70
    assert len(result.stderr.strip().splitlines()) == 1


def test_a_service_goes_to_another_council_and_is_offered_there(
    hub: Hub, own: Path, tmp_path: Path
) -> None:
    file = tmp_path / "handed-over.yaml"
    exported = run(hub, own, "export-service", "missed-bin", "-o", str(file))
    refused = run(hub, own, "import-service", str(file))

    taken = run(hub, own, "import-service", str(file), "--as", "lost-bin")

    assert "under OGL-UK-3.0." in exported.output
    assert (refused.exit_code, "missed-bin already" in refused.stderr) == (70, True)
    assert "assisted-collections, garden-waste, waste-collections" in taken.output
    assert run(hub, own, "check").exit_code == 0


def test_what_is_no_exported_service_is_refused_by_its_line(
    hub: Hub, own: Path, tmp_path: Path
) -> None:
    file = tmp_path / "anything.yaml"
    file.write_text("a: [b\n", encoding="utf-8")

    result = run(hub, own, "import-service", str(file))

    assert result.exit_code == 65
    assert "anything.yaml:" in result.stderr
    assert "Traceback" not in result.output


def test_the_check_says_which_service_would_use_a_file_that_the_council_lacks(
    hub: Hub, own: Path
) -> None:
    council = own / "councils" / "aberwen"
    written = (council / "council.yaml").read_text(encoding="utf-8")

    before = run(hub, own, "check")
    (council / "collections.csv").unlink()
    (council / "council.yaml").write_text(
        written.replace("{id: food, name", "{id: caddy, name"), encoding="utf-8"
    )
    after = run(hub, own, "check")

    assert "missed-bin: " not in before.output
    assert after.exit_code == 0
    assert "missed-bin: “collected” is known by collections.csv" in after.output
    assert "missed-bin: “food” is no bin in aberwen's council.yaml" in after.output
