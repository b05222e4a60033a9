"""Killing a program exactly where it is about to write, by strace.

strace counts for each thread apart: the number-th time that any thread is about to make the call,
the whole process dies before the call is made.
"""

from pathlib import Path

from tests.provision import missing
from tests.provision.programs import Program, wait_until

LOCAL = ("pwrite64", "fdatasync", "fsync", "rename")
REMOTE = ("sendto",)


def strace() -> str:
    """Find strace."""
    return missing.program("strace", setting="HUB_TEST_STRACE", remedy="apt-get install strace")


def dying_at(call: str, number: int) -> list[str]:
    """Give the words before a program that make it die at a call, counted from its start."""
    # -D: the program stays our own child, so that we see how it ends.
    return [strace(), "-D", "-f", "--seccomp-bpf", *_injected(call, number)]


def die_at(program: Program, call: str, number: int, *, log: Path) -> Program:
    """Make a running program die at a call, counted from now; give the strace that sees to it."""
    log.unlink(missing_ok=True)
    family = [word for pid in program.family() for word in ("-p", str(pid))]
    tracer = Program(
        [strace(), "-f", *_injected(call, number), *family], program.environ, log, program.folder
    )
    wait_until(
        lambda: tracer.said().count("attached") >= len(family) // 2 or not tracer.is_alive,
        what="strace",
        seconds=10,
    )
    assert tracer.is_alive or not program.is_alive, tracer.said()
    return tracer


def _injected(call: str, number: int) -> list[str]:
    injected = f"inject={call}:signal=KILL:when={number}"
    return ["-o", "/dev/null", "-e", f"trace={call}", "-e", injected]
