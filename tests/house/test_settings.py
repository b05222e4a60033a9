"""Every setting stands in docs/run-it.md, and nothing stands there that is no setting."""

import re
from dataclasses import fields

from hub.settings import Settings
from tests.house import source
from tests.provision.house import HOUSE

_PAGE = HOUSE / "docs" / "run-it.md"


def test_every_setting_has_its_row() -> None:
    documented = set(
        re.findall(r"^\| `(HUB_(?!TEST_)[A-Z_]+)` \|", _PAGE.read_text(), re.MULTILINE)
    )

    source.none_of(_settings() - documented, "write a row into docs/run-it.md")
    source.none_of(documented - _settings(), "docs/run-it.md has a row for what is no setting")


def test_every_name_of_a_setting_that_is_written_anywhere_is_one() -> None:
    names = _settings() | {"HUB_X"}  # any of them
    known = names | {f"{name}_FILE" for name in names}

    wrong = [
        f"{source.place(file)}: {name}"
        for file, text in source.texts()
        for name in set(re.findall(r"\bHUB_[A-Z][A-Z_]*[A-Z]\b", text)) - known
        if not name.startswith("HUB_TEST_")
    ]

    source.none_of(wrong, "there is no such setting")


def _settings() -> set[str]:
    return {f"HUB_{field.name.upper()}" for field in fields(Settings)}
