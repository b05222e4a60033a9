"""The child in which files are opened: what it cannot do any more once it is shut in (P10)."""

import resource
import subprocess
import sys
from random import Random

import pytest

from channels.carriers.opener import ChildOpener
from hub.enclosures import NotOpened
from tests.builders import files
from tests.provision.house import HOUSE
from tests.provision.promises import Figures

_SHUT_IN = """
import os, socket, subprocess, sys, threading, zlib
from channels.carriers.opening.bounds import give_up
from channels.carriers.opening.seal import seal
give_up()
assert seal()
"""
FORBIDDEN = {
    "ask the network": "socket.socket()",
    "ask the network by another family": "socket.socket(socket.AF_UNIX)",
    "read a file": "os.open('/etc/passwd', os.O_RDONLY)",
    "write a file": "os.open('/tmp/written-by-a-stranger', os.O_WRONLY | os.O_CREAT)",
    "delete a file": "os.unlink('/tmp/of-somebody-else')",
    "see a folder": "os.listdir('/')",
    "become another program": "os.execv('/bin/true', ['true'])",
    "have a child": "os.fork()",
    "end another process": "os.kill(os.getppid(), 0)",
}


def shut_in(then: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", _SHUT_IN + then],
        check=False,
        capture_output=True,
        text=True,
        cwd=HOUSE,
        timeout=60,
    )


@pytest.mark.parametrize("deed", FORBIDDEN.values(), ids=list(FORBIDDEN))
def test_who_is_shut_in_cannot(deed: str) -> None:
    ended = shut_in(f"try:\n    {deed}\nexcept PermissionError:\n    print('refused')\n")

    assert ended.stdout == "refused\n", ended.stderr


def test_who_is_shut_in_can_still_work_with_threads_of_its_own() -> None:
    ended = shut_in("t = threading.Thread(target=print, args=('done',)); t.start(); t.join()")

    assert ended.stdout == "done\n", ended.stderr


def test_who_is_shut_in_has_no_more_than_a_gigabyte() -> None:
    ended = shut_in("try:\n    bytes(1 << 30)\nexcept MemoryError:\n    print('refused')\n")

    assert ended.stdout == "refused\n", ended.stderr


@pytest.mark.promise("P10")
def test_no_file_takes_a_gigabyte() -> None:
    opener = ChildOpener(demand_seal=True)

    opener.open(files.a_photo(10_000, 6_000, form="PNG", mode="RGBA"))

    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    assert most < 1024 * 1024  # kibibytes


@pytest.mark.promise("P10")
def test_files_spoilt_at_random_are_taken_or_not_and_harm_nobody(figure: Figures) -> None:
    chance, opener = Random(figure.seed), ChildOpener(demand_seal=True)
    sound = [files.a_photo(form=form) for form in ("JPEG", "PNG", "WEBP")]
    sound += [files.a_document(pages=2), files.a_document_that_swells(1)]

    for _ in range(figure(ci=40, proof=2000, of="spoilt files")):
        try:
            opened = opener.open(_spoilt(chance.choice(sound), chance))
        except NotOpened:
            continue
        assert opened.kind in {"image/jpeg", "image/png", "application/pdf"}

    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < 1024 * 1024  # kibibytes


def _spoilt(content: bytes, chance: Random) -> bytes:
    spoilt = bytearray(content)
    for _ in range(chance.randint(1, 30)):
        spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
    return bytes(spoilt)
