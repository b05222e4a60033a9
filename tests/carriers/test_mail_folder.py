from email import message_from_bytes, policy
from pathlib import Path

import pytest

from channels.carriers.mail_folder import MailFolder
from hub.messages import MailAway
from tests.carriers.emails import ID, an_email, noon


def test_an_email_lies_in_the_folder_as_the_world_writes_it(tmp_path: Path) -> None:
    MailFolder(tmp_path / "mail", clock=noon).send(an_email())

    (file,) = (tmp_path / "mail").iterdir()
    message = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert file.name == f"{ID}.eml"
    assert message["From"] == "Cyngor Sir Aberwen <requests@aberwen.example>"
    assert message["To"] == "mair@example.com"
    assert message["Subject"] == "Eich cais: ŵ ŷ"
    assert message["Date"] == "Tue, 24 Nov 2026 12:00:00 +0000"
    assert message["Message-ID"] == f"<{ID}@aberwen.example>"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Content-Language"] == "cy"
    assert message.get_content().splitlines() == ["Annwyl breswylydd,", "", "Diolch am ŵ."]


def test_the_same_email_handed_over_twice_is_one_file(tmp_path: Path) -> None:
    folder = MailFolder(tmp_path, clock=noon)

    folder.send(an_email())
    folder.send(an_email())

    assert len(list(tmp_path.iterdir())) == 1


def test_a_folder_that_takes_nothing_is_tried_again() -> None:
    with pytest.raises(MailAway):
        MailFolder(Path("/proc/mail"), clock=noon).send(an_email())
