"""What the doors with pages share: the visit, the layout, the hints, the guards, the refusals."""

from channels.pages.allowances import Limits
from channels.pages.house import House
from channels.pages.visits import Visit, visit

__all__ = ["House", "Limits", "Visit", "visit"]
