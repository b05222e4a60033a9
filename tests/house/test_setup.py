import os
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from tests.provision.house import HOUSE


@pytest.fixture
def install() -> ModuleType:
    """Give setup/install.py, which is a script and no package."""
    spec = spec_from_file_location("install", HOUSE / "setup" / "install.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_packages_are_installed_again_only_when_the_lock_changes(
    install: ModuleType, tmp_path: Path
) -> None:
    lock = tmp_path / "requirements.txt"
    lock.write_text("flask==3.1")
    done: list[str] = []

    for version in ("3.1", "3.1", "3.2"):
        lock.write_text(f"flask=={version}")
        install.once(tmp_path / "stamp", [lock], lambda version=version: done.append(version))

    assert done == ["3.1", "3.2"]


def test_what_failed_is_tried_again(install: ModuleType, tmp_path: Path) -> None:
    lock = tmp_path / "requirements.txt"
    lock.write_text("flask==3.1")
    done: list[str] = []

    with pytest.raises(ZeroDivisionError):
        install.once(tmp_path / "stamp", [lock], lambda: 1 / 0)
    install.once(tmp_path / "stamp", [lock], lambda: done.append("done"))

    assert done == ["done"]


def test_an_environment_that_does_not_start_is_not_sound(
    install: ModuleType, tmp_path: Path
) -> None:
    broken = tmp_path / "python"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)

    assert install.is_sound(Path(sys.executable))
    assert not install.is_sound(broken)
    assert not install.is_sound(tmp_path / "nowhere")


def test_progress_is_shown_and_a_failure_tells_what_was_said(
    install: ModuleType, capfd: pytest.CaptureFixture[str]
) -> None:
    failing = [sys.executable, "-c", "print('Collecting flask'); print('no such hash'); exit(3)"]

    with pytest.raises(subprocess.CalledProcessError, match="exit status 3") as failed:
        install.show_progress(failing, 1)

    assert failed.value.output == "Collecting flask\nno such hash\n"
    assert "Traceback" not in capfd.readouterr().out


def test_a_python_that_is_too_old_is_refused_in_one_sentence(tmp_path: Path) -> None:
    old = tmp_path / "python3"
    old.write_text('#!/bin/sh\n[ "$1" = --version ] && echo Python 3.9.2 || exit 1\n')
    old.chmod(0o755)

    asked = subprocess.run(
        ["/bin/sh", HOUSE / "setup" / "python"],
        check=False,
        capture_output=True,
        text=True,
        env={"PATH": str(tmp_path)},
    )

    assert asked.returncode == 1
    assert asked.stderr == (
        "The hub needs Python 3.11 or newer as python3.11 or python3; here there is Python 3.9.2.\n"
    )


def test_a_program_that_is_missing_is_named_with_the_line_to_run(tmp_path: Path) -> None:
    (tmp_path / "id").write_text("#!/bin/sh\necho 1000\n")
    (tmp_path / "id").chmod(0o755)

    asked = subprocess.run(
        ["/bin/sh", HOUSE / "setup" / "companions"],
        check=False,
        capture_output=True,
        text=True,
        env={"PATH": str(tmp_path), "HUB_TEST_CHROMIUM": "here"},
    )

    assert asked.returncode == 1
    assert asked.stderr.startswith("The tests need aspell aspell-cy gcc libc6-dev strace")
    assert "apt-get install" in asked.stderr


def test_nothing_is_installed_when_nothing_is_missing(tmp_path: Path) -> None:
    for program in ("gcc", "chromium", "redis-server", "strace"):
        (tmp_path / program).write_text("#!/bin/sh\n")
        (tmp_path / program).chmod(0o755)
    (tmp_path / "aspell").write_text("#!/bin/sh\necho cy\n")
    (tmp_path / "aspell").chmod(0o755)
    there = {"PATH": str(tmp_path)}

    asked = subprocess.run(
        ["/bin/sh", HOUSE / "setup" / "companions"], check=True, capture_output=True, env=there
    )

    assert (asked.stdout, asked.stderr) == (b"", b"")


def test_the_hub_of_this_environment_is_this_one() -> None:
    hub = Path(sys.executable).parent / "hub"

    assert os.access(hub, os.X_OK), "make test sets it up"
