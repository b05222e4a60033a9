"""The door for those who run the hub: is it alive, may it take traffic, how much is going on.

It stands before all other doors and knows no council, so that it answers whatever they do.
"""

from channels.ops.asking import Trust
from channels.ops.metrics import Metrics
from channels.ops.watched import Watched

__all__ = ["Metrics", "Trust", "Watched"]
