"""The promised day: watched, and its team warned while there is still time."""

from hub.deadlines.events import DeadlineWarned, WarningDue
from hub.deadlines.verbs import warn, warning_moment, watch

__all__ = ["DeadlineWarned", "WarningDue", "warn", "warning_moment", "watch"]
