"""What is said of words that are not the value they should be."""

from collections.abc import Mapping


class WrongValue(ValueError):
    """Name the problem by its key in `templates/words/problems.yaml`, with values."""

    def __init__(self, key: str, **values: str | int) -> None:
        """Keep the key and what fills its place-holders."""
        super().__init__(key)
        self.key = key
        self.values: Mapping[str, str | int] = values
