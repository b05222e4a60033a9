"""The environment as it was handed over: every `HUB_X` may also lie in the file `HUB_X_FILE`."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from hub.settings.refusals import SettingsRefused

_YES = frozenset({"1", "yes", "true", "on"})
_NO = frozenset({"", "0", "no", "false", "off"})


@dataclass(frozen=True, slots=True)
class Environment:
    """Give each setting as the kind of value it must be."""

    environ: Mapping[str, str]

    def words(self, name: str, default: str = "") -> str:
        """Give the words of `name`, from the environment or from the file it names.

        :raises SettingsRefused: if both are given, or the file cannot be read or is empty.
        """
        file = self.environ.get(f"{name}_FILE", "").strip()
        given = self.environ.get(name, "").strip()
        if file and given:
            raise SettingsRefused(name=name, why=f"is given twice: keep it or {name}_FILE.")
        return (_words_in(file, name=f"{name}_FILE") if file else given) or default

    def number(self, name: str, default: int, *, least: int, most: int) -> int:
        """Give a whole number from `least` to `most`.

        :raises SettingsRefused: if it is none.
        """
        words = self.words(name, str(default))
        if words.isascii() and words.isdigit() and least <= int(words) <= most:
            return int(words)
        raise SettingsRefused(name=name, why=f"must be a whole number from {least} to {most}.")

    def yes(self, name: str) -> bool:
        """Tell whether `name` is switched on.

        :raises SettingsRefused: if it is neither yes nor no.
        """
        words = self.words(name).lower()
        if words not in _YES | _NO:
            raise SettingsRefused(name=name, why="must be yes or no.")
        return words in _YES

    def path(self, name: str, default: Path) -> Path:
        """Give a path from the root."""
        return Path(self.words(name, str(default))).expanduser().absolute()

    def address(self, name: str, default: str, *, schemes: tuple[str, ...]) -> str:
        """Give an address that begins with one of the schemes, or the default.

        :raises SettingsRefused: if it begins otherwise.
        """
        words = self.words(name, default)
        if words and not words.startswith(tuple(f"{scheme}://" for scheme in schemes)):
            allowed = " or ".join(f"{scheme}://" for scheme in schemes)
            raise SettingsRefused(name=name, why=f"must begin with {allowed}.")
        return words


def _words_in(file: str, *, name: str) -> str:
    try:
        words = Path(file).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeError) as reason:
        why = "names a file that cannot be read."
        raise SettingsRefused(name=name, why=why) from reason
    if not words:
        raise SettingsRefused(name=name, why="names a file that is empty.")
    return words
