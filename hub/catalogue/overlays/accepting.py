"""Whether an overlay still fits: the library must say what it said when the overlay was written.

For each thing it changes, `accepted` keeps a short mark of the library's words. Where the library
has since changed the same thing, someone must look again, and accept it anew.
"""

import re
from collections.abc import Sequence
from pathlib import Path

from hub.catalogue.overlays.changes import Change
from hub.catalogue.overlays.keys import ACCEPTED
from hub.files import Part, Proof

_REMARK = "# Written by `hub diff --accept`: what the library said about each.\n"
_BLOCK = re.compile(rf"(?m)^{re.escape(_REMARK)}|^{ACCEPTED}:.*\n(?:[ \t]+.*\n|\n(?=[ \t]))*")


def judge_accepted(overlay: Part, changes: Sequence[Change], proof: Proof) -> None:
    """Mark every change that was never compared with the library, or no longer fits it."""
    service = Path(overlay.file).stem
    for change in changes:
        told = _told(overlay, change)
        if told:
            remedy = f"Look at it with `hub diff {service}`; add --accept if that is what you mean."
            proof.mark(change.at, told, remedy)


def accept(path: Path, changes: Sequence[Change]) -> None:
    """Write down in an overlay that all its changes fit what the library says now."""
    marks = "".join(f'  {change.name}: "{change.seen}"\n' for change in changes if change.seen)
    kept = _BLOCK.sub("", f"{path.read_text(encoding='utf-8').rstrip()}\n").rstrip()
    whole = f"{kept}\n\n{_REMARK}{ACCEPTED}:\n{marks}" if marks else f"{kept}\n"
    path.write_text(whole, encoding="utf-8")


def fits(overlay: Part, change: Change) -> bool:
    """Say whether somebody accepted a change against what the library says now."""
    return not _told(overlay, change)


def _told(overlay: Part, change: Change) -> str:
    accepted = (overlay.mapping or {}).get(ACCEPTED)
    mark = ((accepted.mapping if accepted else None) or {}).get(change.name)
    if change.seen is None or (mark and mark.written == change.seen):
        return ""
    if mark is None:
        return f"Nobody has compared “{change.name}” with the library yet."
    return f"The library has changed “{change.name}” since this was written."
