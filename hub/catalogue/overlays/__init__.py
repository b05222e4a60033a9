"""Overlays: what one council changes of a service in the library, and nothing else.

`templates/councils/<council>/services/<service>.yaml` names what it changes; all else stays as the
library has it. It is merged before anyone judges, so a mistake names the overlay's own line.
"""

from hub.catalogue.overlays.accepting import accept, judge_accepted
from hub.catalogue.overlays.blaming import blame
from hub.catalogue.overlays.changes import Change, Verb
from hub.catalogue.overlays.comparing import Compared, compare, overlays_of
from hub.catalogue.overlays.merging import Merged, merge
from hub.catalogue.overlays.telling import tell

__all__ = [
    "Change",
    "Compared",
    "Merged",
    "Verb",
    "accept",
    "blame",
    "compare",
    "judge_accepted",
    "merge",
    "overlays_of",
    "tell",
]
