"""The docs: no dead link, every room on the plan, every word of the glossary in the code."""

import re

from tests.house import source
from tests.provision.house import HOUSE

_DOCS = HOUSE / "docs"
_LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


def test_every_link_leads_somewhere() -> None:
    dead = [
        f"{source.place(file)}: {link}"
        for file, text in source.texts()
        if file.suffix == ".md"
        for link in _LINK.findall(text)
        if not (file.parent / link).exists()
    ]

    source.none_of(dead, "mend the link")


def test_every_page_is_reached_from_the_readme() -> None:
    readme = (HOUSE / "README.md").read_text()

    lost = {file.name for file in _DOCS.glob("*.md") if f"docs/{file.name}" not in readme}

    source.none_of(lost, "link it in README.md")


def test_every_room_stands_on_the_plan() -> None:
    plan = (_DOCS / "architecture.md").read_text()
    rooms = {
        path.stem
        for path in (HOUSE / "hub").iterdir()
        if not path.name.startswith("_") and path.name != "py.typed"
    }

    source.none_of({room for room in rooms if f"`{room}`" not in plan}, "docs/architecture.md")


def test_decisions_are_numbered_without_a_gap_and_listed() -> None:
    decisions = sorted(file.name for file in (_DOCS / "decisions").glob("0*.md"))
    listed = (_DOCS / "decisions" / "README.md").read_text()

    assert [name[:4] for name in decisions] == [f"{n:04}" for n in range(1, len(decisions) + 1)]
    source.none_of({name for name in decisions if f"({name})" not in listed}, "list it")


def test_every_word_of_the_glossary_is_the_one_in_the_code() -> None:
    code = "\n".join(file.read_text() for file in source.python())
    rows = re.findall(r"^\|[^|]+\| ([^|]+) \|", (_DOCS / "glossary.md").read_text(), re.MULTILINE)

    missing = {
        name
        for cell in rows
        for name in re.findall(r"`([^`]+)`", cell)
        if not re.search(rf"\b{re.escape(name.split('.')[-1])}\b", code)
    }

    assert len(rows) > 20
    source.none_of(missing, "the code does not say this")
