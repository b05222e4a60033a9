"""The two words in which a question of yes or no is answered, where a file gives it its own."""

from hub.catalogue.definition import Kind, YesNo
from hub.files import Fields

_NAMES = ("say_yes", "say_no")


def read_yes_no(fields: Fields, kind: Kind | None) -> YesNo | None:
    """Read both words if one is written, and mark them under a kind that they do not fit."""
    written = [name for name in _NAMES if name in fields]
    if kind not in {Kind.YES_NO, None}:
        for name in written:
            what = f"“{name}” does not fit the kind “{kind}”."
            fields.proof.mark(fields.parts[name], what, f"Take {name} out, or write kind: yes/no.")
        return None
    return YesNo(*map(fields.text, _NAMES)) if written else None
