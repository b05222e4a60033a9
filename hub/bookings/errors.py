"""When a day can no longer be had."""

from hub.errors import Refused


class DayGone(Refused):
    """Say that the last place of a day was taken, or that the day is not offered any more."""

    key = "day_gone"

    def __init__(self, path: str) -> None:
        """Keep the path of the question that is to be asked again."""
        super().__init__(path=path)
        self.path = path
