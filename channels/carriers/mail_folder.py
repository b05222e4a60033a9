"""E-mails into a folder, one `.eml` file each: nothing leaves the house until a server is set."""

from pathlib import Path

from channels.carriers.mail import compose
from hub import store
from hub.messages import Email, MailAway
from hub.values import Clock


class MailFolder:
    """Keep every e-mail as a file named by its id; the same one handed over twice is one file."""

    def __init__(self, folder: Path, *, clock: Clock) -> None:
        self._folder = folder
        self._clock = clock

    def send(self, email: Email) -> None:
        """Write the e-mail, whole or not at all, and return once it lies safely on the disk.

        :raises MailAway: if the folder takes nothing at the moment.
        """
        file = self._folder / f"{email.id}.eml"
        if file.exists():
            return
        try:
            store.documents.write_through(file, compose(email, sent_at=self._clock()).as_bytes())
        except OSError as reason:
            raise MailAway from reason
