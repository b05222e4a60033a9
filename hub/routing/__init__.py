"""Who answers: the rules of the definition give the team, and the reason is kept."""

from hub.routing.verbs import Decision, decide, route

__all__ = ["Decision", "decide", "route"]
