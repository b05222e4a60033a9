"""The commands of the house: listed by `make`, and unmoved by how a hub is set up here."""

import os
import re
import subprocess

from tests.house import source
from tests.provision.house import HOUSE

_INTERNAL = {"environment", "test-environment"}


def test_make_alone_lists_every_target() -> None:
    asked = subprocess.run(["make"], check=True, capture_output=True, text=True, cwd=HOUSE)
    targets = set(re.findall(r"^([a-z-]+):", (HOUSE / "Makefile").read_text(), re.MULTILINE))

    listed = set(re.findall(r"^  ([a-z-]+)  ", asked.stdout, re.MULTILINE))

    source.none_of(targets - _INTERNAL - listed, "say with ## what the target does")
    assert listed <= targets


def test_every_target_that_is_named_anywhere_is_there() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (HOUSE / "Makefile").read_text(), re.MULTILINE))

    wrong = [
        f"{source.place(file)}: make {target}"
        for file, text in source.texts()
        for target in re.findall(r"`(?:\.venv/bin/)?make ([a-z-]+)[^`]*`", text)
        if target not in targets
    ]

    source.none_of(wrong, "there is no such target")


def test_what_decides_about_a_change_is_what_anyone_can_run() -> None:
    decides = HOUSE / ".ci" / "run"

    assert os.access(decides, os.X_OK)
    assert decides.read_text().splitlines()[-1].endswith("exec make sure")


def test_a_run_of_the_tests_forgets_how_this_machines_hub_is_set_up() -> None:
    names = [name for name in os.environ if name.startswith("HUB_")]

    source.none_of([name for name in names if not name.startswith("HUB_TEST_")], "still set")
