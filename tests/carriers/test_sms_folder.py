from pathlib import Path

import pytest

from channels.carriers.sms_folder import SmsFolder
from hub.messages import TextAway
from tests.carriers.texts import a_text


def test_a_text_lies_in_the_folder_for_everyone_to_read(tmp_path: Path) -> None:
    SmsFolder(tmp_path / "texts").send(a_text())

    (file,) = (tmp_path / "texts").iterdir()
    assert file.read_text().splitlines() == ["To: +447700900982", "", a_text().words]


def test_the_same_text_handed_over_twice_is_one_file(tmp_path: Path) -> None:
    folder = SmsFolder(tmp_path)

    assert folder.send(a_text()) == folder.send(a_text())
    assert len(list(tmp_path.iterdir())) == 1


def test_a_folder_that_takes_nothing_is_tried_again() -> None:
    with pytest.raises(TextAway):
        SmsFolder(Path("/proc/texts")).send(a_text())
