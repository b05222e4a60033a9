"""The library's files spoiled in the ways of editors, programs, disks and ill will."""

import json
from collections.abc import Callable, Sequence
from random import Random

from tests.catalogue.hostile import SCALARS, line_changed, tree_changed

_MARKS = ("\x00", "\u202e", "\u2066", "\ufeff", "\x1b[2J", "\u2028", "\ud7ff", "\U0010ffff", "\x85")
_BOMB = (
    "&a [x, x]", "*a", "&a {a: *a}", "!!python/object/apply:os.system [ls]", "!<tag:x> y",
    "!!binary /w==", "!!set {a, b}", "!!timestamp 2026-02-31", "<<: {service: x}", "*nobody",
    "|9\n x", ">-\n\n", "'", '"\\x', "? [a]\n: b", "--- x", "...", "%TAG ! x", "@at", "`tick",
)  # fmt: skip
_HUGE = (
    "x" * 20_000,
    "ŵ" * 9_000,
    "9" * 4_000,
    "[" * 900,
    "{a: " * 900,
    "- " * 900,
    "1e" + "9" * 99,
)


def spoiled(written: str, chance: Random) -> bytes:
    """Spoil a file in one way."""
    return chance.choice(_WAYS)(written, chance)


def fighting(name: str, ids: Sequence[str], chance: Random) -> str:
    """Write an overlay whose changes are drawn without a look at each other."""
    changes = [chance.choice(_CHANGES) for _ in range(chance.randrange(1, 7))]
    few = chance.choices(ids, k=3)  # so that they meet at the same questions
    drawn = [change.format(one=chance.choice(few), other=chance.choice(few)) for change in changes]
    about = chance.choices(["", *_ABOUT], k=2)
    return f"changes: {name}\n{''.join(about)}questions:\n{''.join(drawn)}"


_CHANGES = (
    "  - leave_out: {one}\n",
    "  - leave_out: [{one}, {other}, {one}]\n",
    "  - {{change: {one}, ask: {{en: What?, cy: Beth?}}}}\n",
    "  - {{change: {one}, kind: words}}\n",
    "  - {{change: {one}, only_if: {{{other}: yes}}}}\n",
    "  - {{change: {one}, without: [ask, kind, means, nothing]}}\n",
    "  - {{change: {one}, optional: yes, without: [optional]}}\n",
    "  - {{change: {one}, leave_out: {one}}}\n",
    "  - {{before: {one}, id: {other}, kind: words, ask: {{en: What?, cy: Beth?}}}}\n",
    "  - {{after: {one}, id: ours, kind: words, ask: {{en: What?, cy: Beth?}}}}\n",
    "  - {{after: ours, id: theirs, kind: yes/no, ask: {{en: Is it?, cy: Ydy?}}}}\n",
    "  - {{before: nobody, id: theirs, kind: yes/no, ask: {{en: Is it?, cy: Ydy?}}}}\n",
    "  - {{id: lost, kind: words}}\n",
)
_ABOUT = (
    "without: [routing, questions, urgent]\n",
    "routing: {otherwise: nobody}\n",
    "deadline: {answer: 3 working days}\n",
    "service: other\n",
    "languages: [en]\n",
)


def _line(written: str, chance: Random) -> bytes:
    return _encoded(line_changed(written, chance))


def _tree(written: str, chance: Random) -> bytes:
    return _encoded(tree_changed(written, chance))


def _value(written: str, chance: Random) -> bytes:
    """Write something else for the value of a line: of another kind, huge, or YAML's own tricks."""
    lines = written.splitlines(keepends=True)
    n = chance.choice([n for n, line in enumerate(lines) if ": " in line])
    key = lines[n].split(": ")[0]
    lines[n] = f"{key}: {chance.choice([*SCALARS, *_BOMB, *_HUGE])}\n"
    return _encoded("".join(lines))


def _key(written: str, chance: Random) -> bytes:
    """Misspell a key, double it, or write one that no file has."""
    lines = written.splitlines(keepends=True)
    n = chance.choice([n for n, line in enumerate(lines) if ":" in line])
    key = lines[n].partition(":")[0]
    other = chance.choice(
        [key[:-1], key.upper(), f"{key}x", f"{key} ", "~", "null", "[a]", "1", ""]
    )
    lines[n] = lines[n].replace(key, other, 1)
    return _encoded("".join(lines))


def _mark(written: str, chance: Random) -> bytes:
    at = chance.randrange(len(written))
    return _encoded(written[:at] + chance.choice(_MARKS) + written[at:])


def _cut(written: str, chance: Random) -> bytes:
    """Cut the file off, as a full disk does, within a letter too."""
    whole = _encoded(written)
    return whole[: chance.randrange(len(whole))]


def _flipped(written: str, chance: Random) -> bytes:
    whole = bytearray(_encoded(written))
    for _ in range(chance.randrange(1, 4)):
        whole[chance.randrange(len(whole))] = chance.randrange(256)
    return bytes(whole)


def _twice(written: str, chance: Random) -> bytes:
    between = chance.choice(["", "---\n", "...\n", "\n\n", "# \n"])
    return _encoded(written + between + written)


def _saved(written: str, chance: Random) -> bytes:
    """Save it as another editor would: BOM, CRLF, tabs, another encoding."""
    return chance.choice(_EDITORS)(written)


_EDITORS: tuple[Callable[[str], bytes], ...] = (
    lambda written: written.encode("utf-8-sig"),
    lambda written: written.replace("\n", "\r\n").encode(),
    lambda written: written.replace("\n", "\r").encode(),
    lambda written: written.replace("  ", "\t").encode(),
    lambda written: written.encode("utf-16"),
    lambda written: written.encode("utf-32-be"),
    lambda written: written.encode("cp1252", "replace"),
    lambda written: written.encode("cp1252", "xmlcharrefreplace"),
    lambda written: written.encode("utf-7"),
    lambda written: written.replace("'", "\u2019").replace('"', "\u201c").encode(),
    lambda written: written.replace(" ", "\u00a0").encode(),
    lambda written: json.dumps(written).encode(),
)
_WAYS = (_line, _line, _tree, _tree, _value, _value, _key, _mark, _cut, _flipped, _twice, _saved)


def _encoded(written: str) -> bytes:
    return written.encode("utf-8", "surrogatepass")
