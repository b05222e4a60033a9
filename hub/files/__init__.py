"""The files that a council edits: read with the line of every key, judged all at once.

Words, councils and services are YAML 1.2. Whoever reads one collects mistakes in a `Proof`, so that
the person who edits sees every mistake of a file in one go, with what to write instead.
"""

from hub.files.fields import Fields
from hub.files.mistakes import FilesRefused, Mistake
from hub.files.part import Part, from_plain
from hub.files.proof import Proof
from hub.files.reading import read
from hub.files.texts import holders, text
from hub.files.writing import write

__all__ = [
    "Fields",
    "FilesRefused",
    "Mistake",
    "Part",
    "Proof",
    "from_plain",
    "holders",
    "read",
    "text",
    "write",
]
