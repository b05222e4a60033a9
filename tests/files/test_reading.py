"""Files that a council edits, with the line of every key."""

from pathlib import Path

import pytest

from hub import files
from hub.files import Part, Proof


def read(folder: Path, written: str | bytes) -> tuple[Part | None, Proof]:
    path = folder / "sheet.yaml"
    path.write_bytes(written.encode() if isinstance(written, str) else written)
    proof = Proof()
    return files.read(path, root=folder, proof=proof), proof


def at(part: Part | None, *keys: str) -> Part:
    for key in keys:
        assert part is not None
        inner = part.mapping
        part = inner[key] if inner is not None else (part.members or ())[int(key) - 1]
    assert part is not None
    return part


def test_every_part_knows_its_line_and_its_way(tmp_path: Path) -> None:
    part, proof = read(
        tmp_path, "# remark\nteams:\n  - id: waste\n    name: Waste\n  - id: parks\n"
    )

    parks = at(part, "teams", "2", "id")

    assert (parks.line, parks.key, parks.value) == (5, "teams.2.id", "parks")
    assert proof.mistakes == []


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("true", True),
        ("08", 8),
        ('"8"', "8"),
        ("2026-11-22", "2026-11-22"),
        ("12:30", "12:30"),
        ("~", None),
        ("1e3", "1e3"),
    ],
)
def test_words_are_read_as_yaml_1_2_has_them(tmp_path: Path, written: str, value: object) -> None:
    part, _ = read(tmp_path, f"a: {written}\n")

    assert at(part, "a").value == value
    assert at(part, "a").written == written.strip('"')


def test_a_mark_of_byte_order_and_windows_ends_of_lines_do_no_harm(tmp_path: Path) -> None:
    part, proof = read(tmp_path, b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")

    assert at(part, "b").line == 2
    assert proof.mistakes == []


@pytest.mark.parametrize(
    ("written", "line", "said"),
    [
        (b"", 1, "This file is empty. Write its keys"),
        (b"# remark\n", 1, "This file holds no keys."),
        (b"a: 1\nb: caf\xe9\n", 2, "This line is not UTF-8. Save the file"),
        (b"a: 1\n\tb: 2\n", 2, "A tab stands before the words. Write spaces."),
        ("a: 1\nb: \u202ex\n".encode(), 2, "A sign that cannot be seen (U+202E)"),
        (b"a: 1\nb: {c\n\n", 3, "This is not YAML: did not find expected ',' or '}' in"),
        (b"a: 1\na: 2\n", 2, "“a” stands here a second time (first on line 1)."),
        (b"a: 1\nb: &x 2\n", 2, "An anchor or alias stands here."),
        (b"a: 1\nb: !!str 2\n", 2, "A tag stands here."),
        (b"a: 1\n---\nb: 2\n", 2, "A second document begins here."),
        (b"a: 1\n[b]: 2\n", 2, "A key must be a word."),
    ],
)
def test_what_cannot_be_read_is_told_by_its_line(
    tmp_path: Path, written: bytes, line: int, said: str
) -> None:
    _, proof = read(tmp_path, written)

    (mistake,) = proof.mistakes
    assert mistake.line == line
    assert f"{mistake.what} {mistake.remedy}".startswith(said)


def test_every_hidden_sign_is_told_at_once(tmp_path: Path) -> None:
    _, proof = read(tmp_path, "a: \u200bx\nb: \x07y\n")

    assert [mistake.line for mistake in proof.mistakes] == [1, 2]


def test_a_kept_value_comes_back_as_parts(tmp_path: Path) -> None:
    part, _ = read(tmp_path, "a: [1, x, {b: 007, c: no, d: true, e: }]\n")
    assert part

    again = files.from_plain(part.plain(), "kept")

    assert again.plain() == part.plain()
    assert at(again, "a", "3", "b").written == "007"
    assert at(again, "a", "1").value == 1
