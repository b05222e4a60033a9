"""Set up the house's own environment: `python setup/install.py requirements.txt`.

Everything lands in `.venv`. It is done again only when the lock or the project's description
changes. It stands on the standard library alone, and uses uv where there is one.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent
VENV = HOUSE / ".venv"
PYTHON = VENV / "bin" / "python"
OLDEST = "3.11"
_SECONDS_BETWEEN_LINES = 10
_LAST_LINES = 25


def main(lock: Path) -> int:
    """Install what the lock names and then the house itself; say what went wrong in one place."""
    try:
        make_environment()
        once(VENV / f"installed-{lock.stem}", [lock], lambda: install(lock))
        once(VENV / "installed-house", [HOUSE / "pyproject.toml"], install_house)
    except subprocess.CalledProcessError as error:
        sys.stderr.write(f"\nSetting up failed: {' '.join(map(str, error.cmd))}\n{error.output}\n")
        return 1
    return 0


def make_environment() -> None:
    """Make `.venv`, unless a sound one is there."""
    if is_sound(PYTHON):
        return
    say("Making the environment in .venv")
    shutil.rmtree(VENV, ignore_errors=True)
    run([sys.executable, "-m", "venv", str(VENV)])


def is_sound(python: Path) -> bool:
    """Say whether this Python starts, is new enough and can install."""
    asked = f"import sys; sys.exit(sys.version_info < ({OLDEST.replace('.', ', ')}))"
    return python.exists() and all(
        subprocess.run([python, "-c", question], check=False, capture_output=True).returncode == 0
        for question in (asked, "import pip")
    )


def once(stamp: Path, sources: list[Path], act: Callable[[], None]) -> None:
    """Act, unless the stamp says that it was done for these very sources."""
    sign = hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()
    if stamp.exists() and stamp.read_text() == sign:
        return
    act()
    stamp.write_text(sign)


def install(lock: Path) -> None:
    """Install every package of the lock, each checked against its hash."""
    count = sum("==" in line for line in lock.read_text().splitlines())
    say(f"Installing {count} packages from {lock.name} (once; about a minute)")
    started = time.monotonic()
    fetch(["--require-hashes", "-r", str(lock)], count)
    say(f"Installed in {time.monotonic() - started:.0f} s")


def fetch(words: list[str], count: int) -> None:
    """Install by the first program that can: uv may be there and not reach what pip does."""
    first, *others = installers()
    try:
        show_progress([*first, *words], count)
    except subprocess.CalledProcessError:
        if not others:
            raise
        say("uv could not do it; trying pip")
        show_progress([*others[0], *words], count)


def install_house() -> None:
    """Make the house importable and its command `hub` available, without fetching anything."""
    run([*installers()[-1], "--no-build-isolation", "--no-deps", "--editable", str(HOUSE)])


def installers() -> list[list[str]]:
    """Name the programs that install: uv where there is one, then pip."""
    quietly = ["--disable-pip-version-check", "--progress-bar", "off"]
    pip = [str(PYTHON), "-m", "pip", "install", *quietly]
    found = uv()
    return [[found, "pip", "install", "--python", str(PYTHON)], pip] if found else [pip]


def uv() -> str | None:
    """Find a uv that works; a shim that only says that it is not there counts as none."""
    found = shutil.which("uv")
    if found is None:
        return None
    answer = subprocess.run([found, "--version"], check=False, capture_output=True)
    return found if answer.returncode == 0 else None


def run(command: list[str]) -> None:
    """Run a program silently, keeping what it said for when it fails."""
    subprocess.run(
        command, check=True, cwd=HOUSE, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )


def show_progress(command: list[str], count: int) -> None:
    """Run an installer and show how far it is, on one line."""
    said: list[str] = []
    with subprocess.Popen(
        command, cwd=HOUSE, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as running:
        show = shower()
        for line in lines_of(running):
            said.append(line)
            collected = sum(one.startswith(("Collecting ", " + ")) for one in said)
            show(f"  {min(collected, count)} of {count}  {line.partition(' (')[0].strip()[:60]}")
    if os.isatty(sys.stdout.fileno()):
        sys.stdout.write("\r\033[K")
    if running.returncode:
        raise subprocess.CalledProcessError(
            running.returncode, command, "".join(said[-_LAST_LINES:])
        )


def lines_of(running: "subprocess.Popen[str]") -> Iterator[str]:
    """Give each line a program writes, as it comes."""
    if running.stdout is not None:
        yield from running.stdout


def shower() -> Callable[[str], None]:
    """Give what shows a line of progress: over the last one on a terminal, else now and then."""
    if os.isatty(sys.stdout.fileno()):
        return lambda line: print(f"\r\033[K{line}", end="", flush=True)
    last = time.monotonic()

    def now_and_then(line: str) -> None:
        nonlocal last
        if time.monotonic() - last > _SECONDS_BETWEEN_LINES:
            last = time.monotonic()
            say(line)

    return now_and_then


def say(line: str) -> None:
    """Tell whoever waits what is going on."""
    print(line, flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main(HOUSE / sys.argv[1]))
    except KeyboardInterrupt:
        sys.exit(130)
