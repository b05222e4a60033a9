"""The seal: from here on the kernel refuses this process all but what decoding needs.

No socket, no file, no program, no other process: seccomp (Linux 3.17) with a list of what is
allowed. What is not on it fails as if it were not permitted, so that a decoder goes on without it.
"""

import ctypes
import errno
import platform
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_NO_NEW_PRIVILEGES, _SECCOMP, _BY_FILTER = 38, 22, 2  # linux/prctl.h, linux/seccomp.h
_LOAD, _IS, _HAS, _END = 0x20, 0x15, 0x45, 0x06  # linux/bpf_common.h
_NUMBER, _MACHINE, _FIRST_ARGUMENT = 0, 4, 16  # offsets in seccomp's own structure
_ALLOW, _FAIL = 0x7FFF0000, 0x00050000
_OF_THIS_PROCESS = 0x00010000  # CLONE_THREAD: a decoder's thread, and no process


@dataclass(frozen=True, slots=True)
class _Machine:
    """Hold what a kind of machine calls itself, and the numbers of its calls."""

    audit: int
    allowed: tuple[int, ...]
    clone: int
    clone3: int = 435


# read write close fstat lseek mmap mprotect munmap brk mremap madvise futex
# rt_sigaction rt_sigprocmask rt_sigreturn sigaltstack set_robust_list rseq membarrier
# sched_yield sched_getaffinity getpid gettid getrusage getrandom
# clock_gettime clock_nanosleep exit exit_group
_MACHINES: Mapping[str, _Machine] = {
    "x86_64": _Machine(
        audit=0xC000003E,
        allowed=(
            *(0, 1, 3, 5, 8, 9, 10, 11, 12, 25, 28, 202),
            *(13, 14, 15, 131, 273, 334, 324),
            *(24, 204, 39, 186, 98, 318),
            *(228, 230, 60, 231),
        ),
        clone=56,
    ),
    "aarch64": _Machine(
        audit=0xC00000B7,
        allowed=(
            *(63, 64, 57, 80, 62, 222, 226, 215, 214, 216, 233, 98),
            *(134, 135, 139, 132, 99, 293, 283),
            *(124, 123, 172, 178, 165, 278),
            *(113, 115, 93, 94),
        ),
        clone=220,
    ),
}


class _Step(ctypes.Structure):
    _fields_ = (
        ("code", ctypes.c_ushort),
        ("if_so", ctypes.c_ubyte),
        ("if_not", ctypes.c_ubyte),
        ("value", ctypes.c_uint),
    )


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.POINTER(_Step)))


def seal() -> bool:
    """Seal this process for good, and say whether it could be done here."""
    machine = _MACHINES.get(platform.machine())
    if platform.system() != "Linux" or machine is None:
        return False
    steps = [_Step(*step) for step in _steps(machine)]
    program = _Program(len(steps), (_Step * len(steps))(*steps))
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    if prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        return False
    return not prctl(_SECCOMP, _BY_FILTER, ctypes.byref(program), 0, 0)


def _steps(machine: _Machine) -> Iterator[tuple[int, int, int, int]]:
    """Give the filter's steps: each question is followed by what is done if the answer is yes."""
    yield (_LOAD, 0, 0, _MACHINE)
    yield (_IS, 1, 0, machine.audit)
    yield (_END, 0, 0, _FAIL | errno.EPERM)
    yield (_LOAD, 0, 0, _NUMBER)
    for number in machine.allowed:
        yield from _answer(number, _ALLOW)
    yield from _answer(machine.clone3, _FAIL | errno.ENOSYS)  # so that the older call is used
    yield (_IS, 0, 3, machine.clone)
    yield (_LOAD, 0, 0, _FIRST_ARGUMENT)
    yield (_HAS, 0, 1, _OF_THIS_PROCESS)
    yield (_END, 0, 0, _ALLOW)
    yield (_END, 0, 0, _FAIL | errno.EPERM)


def _answer(number: int, end: int) -> tuple[tuple[int, int, int, int], ...]:
    return ((_IS, 0, 1, number), (_END, 0, 0, end))
