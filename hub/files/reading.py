"""From the bytes of a file to its parts: the plain part of YAML 1.2 and no more.

Anchors, aliases, tags and several documents are refused: they can blow a small file up, and no
council needs them. `no` is a word, as YAML 1.2 has it: libyaml only says where things stand, what
they mean is said in `building`.
"""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import yaml
from yaml import MarkedYAMLError, YAMLError

from hub.files.building import build
from hub.files.part import Part
from hub.files.proof import Proof

LARGEST = 512 * 1024  # bytes; the largest real service is a twentieth of this
_TAB = re.compile(r"^ *\t", re.MULTILINE)
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_Mark = tuple[int, str, str]  # line, what is wrong, what to write instead
_QUOTES = "Check the spaces before it; put words with a colon, a # or a quotation mark in quotes."


def read(path: Path, *, root: Path, proof: Proof) -> Part | None:
    """Read a YAML file, or mark why it cannot be read and give nothing.

    Files are named from `root`, as the one who edits them knows them.
    """
    file = path.relative_to(root).as_posix()
    try:
        return _built(_words(path), file, proof)
    except _Unreadable as error:
        for line, what, remedy in error.marks:
            proof.mark(Part(None, file, line, ""), what, remedy)
        return None


class _Unreadable(Exception):
    """Carry line, what is wrong and the remedy of each mistake."""

    def __init__(self, *marks: _Mark) -> None:
        super().__init__(*marks)
        self.marks = marks


def _words(path: Path) -> str:
    try:
        written = path.read_bytes()
    except OSError as error:
        what = f"This file cannot be read: {error.strerror}."
        raise _Unreadable((1, what, "Make it readable.")) from error
    if len(written) > LARGEST:
        raise _Unreadable((1, "This file is larger than 512 kB.", "Shorten it."))
    if not written.strip():
        raise _Unreadable((1, "This file is empty.", "Write its keys, or take the file away."))
    words = _decoded(written)
    if marks := list(_wrong_signs(words)):
        raise _Unreadable(*marks)
    return words


def _decoded(written: bytes) -> str:
    try:
        return written.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = written.count(b"\n", 0, error.start) + 1
        remedy = "Save the file with the encoding UTF-8."
        raise _Unreadable((line, "This line is not UTF-8.", remedy)) from error


def _wrong_signs(words: str) -> Iterator[_Mark]:
    for tab in _TAB.finditer(words) if "\t" in words else ():
        yield _line(words, tab.start()), "A tab stands before the words.", "Write spaces."
    if words.replace("\n", "").replace("\t", "").isprintable():
        return  # nearly always; sign by sign takes as long as all the rest of reading
    for at, sign in enumerate(words):
        if sign not in "\n\t" and unicodedata.category(sign) in _HIDDEN:
            what = f"A sign that cannot be seen (U+{ord(sign):04X}) stands here."
            yield _line(words, at), what, "Take it out."


def _line(words: str, at: int) -> int:
    return words.count("\n", 0, at) + 1


def _built(words: str, file: str, proof: Proof) -> Part | None:
    events = iter(yaml.CSafeLoader(words).get_event, None)
    try:
        return build(events, file=file, proof=proof)
    except MarkedYAMLError as error:
        raise _Unreadable(_mark_of(error, words)) from error
    except YAMLError as error:
        raise _Unreadable((1, "This is not YAML.", _QUOTES)) from error


def _mark_of(error: MarkedYAMLError, words: str) -> _Mark:
    began = error.context_mark.line + 1 if error.context_mark else 1
    line = min(error.problem_mark.line + 1 if error.problem_mark else began, _line(words, -1))
    since = f" in what began on line {began}" if 1 < began < line else ""
    return line, f"This is not YAML: {error.problem or error.context}{since}.", _QUOTES
