"""What is said of a setting that cannot be obeyed."""

from hub.errors import Refused


class SettingsRefused(Refused):
    """Name the setting and say what to write instead; it never repeats a secret."""

    key = "settings_refused"

    def __init__(self, *, name: str, why: str) -> None:
        """Keep the name of the setting and the rest of the sentence."""
        super().__init__(name=name, why=why)

    def __str__(self) -> str:
        """Say it in one sentence, for a terminal."""
        return f"{self.values['name']} {self.values['why']}"
