"""One file in, one verdict out; whatever goes wrong with a stranger's file ends here."""

import json
import sys

from channels.carriers.opening import papers, pictures
from channels.carriers.opening.bounds import Bounds, give_up
from channels.carriers.opening.kinds import PDF, kind_of
from channels.carriers.opening.seal import seal
from channels.carriers.opening.verdict import NotTaken, Taken


def main() -> None:
    """Give up all that is not needed, then open the file."""
    give_up()
    pictures.prepare()
    is_sealed = seal()
    if not is_sealed and "--sealed" in sys.argv:
        _say({"unsealed": True})
        return
    try:
        _answer(_opened(sys.stdin.buffer.read(), Bounds()))
    except NotTaken as refusal:
        _say({"not_taken": refusal.why})
    except MemoryError:
        _say({"not_taken": "hard"})
    except Exception:  # noqa: BLE001 (the outermost door: a stranger's file found a decoder's fault)
        _say({"not_taken": "damaged"})


def _opened(content: bytes, bounds: Bounds) -> Taken:
    kind = kind_of(content)
    taken = (
        papers.open_paper(content, bounds)
        if kind == PDF
        else pictures.open_picture(content, kind, bounds)
    )
    if len(taken.document) > bounds.kept:
        raise NotTaken("dots")
    return taken


def _answer(taken: Taken) -> None:
    told = {
        "kind": taken.kind,
        "pages": taken.pages,
        "document": len(taken.document),
        "thumbnail": len(taken.thumbnail),
    }
    _say(told, taken.document, taken.thumbnail)


def _say(told: dict[str, object], *content: bytes) -> None:
    out = sys.stdout.buffer
    out.write(json.dumps(told).encode() + b"\n")
    for part in content:
        out.write(part)
    out.flush()


if __name__ == "__main__":
    main()
