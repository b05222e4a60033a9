"""The watch: can requests be stored, what is stuck, and how much of everything there is."""

from hub.watch.counting import Counts, count
from hub.watch.storing import demand_storing
from hub.watch.stuck import stuck

__all__ = ["Counts", "count", "demand_storing", "stuck"]
