"""Text messages into a folder, one file each: nothing leaves the house until a carrier is set."""

from pathlib import Path

from hub import store
from hub.messages import TextAway, TextMessage


class SmsFolder:
    """Keep every text as a file named by its id; the same one handed over twice is one file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def send(self, text: TextMessage) -> str:
        """Write the text, whole or not at all, and give the name of its file.

        :raises TextAway: if the folder takes nothing at the moment.
        """
        file = self._folder / f"{text.id}.txt"
        if not file.exists():
            try:
                written = f"To: {text.to}\n\n{text.words}\n".encode()
                store.documents.write_through(file, written)
            except OSError as reason:
                raise TextAway from reason
        return file.name
