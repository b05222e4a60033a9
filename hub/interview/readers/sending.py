"""Answers that are documents: by the hash of what was put away."""

import re
from collections.abc import Mapping, Sequence

from hub.interview.answers import Value
from hub.interview.asking import Asking

MOST_DOCUMENTS = 10
_SHA256 = re.compile(r"[0-9a-f]{64}")


def read_file(given: object, asking: Asking) -> Value:
    """Read the hashes of the documents that were sent, each once.

    :raises Problem: "file_needed" if there are none or one is no hash, or "too_many".
    """
    sent = given.get("documents") if isinstance(given, Mapping) else given
    if not isinstance(sent, Sequence) or isinstance(sent, str) or not sent:
        raise asking.problem("file_needed")
    hashes = [one for one in sent if isinstance(one, str) and _SHA256.fullmatch(one)]
    if len(hashes) != len(sent):
        raise asking.problem("file_needed")
    documents = list(dict.fromkeys(hashes))
    if len(documents) > MOST_DOCUMENTS:
        raise asking.problem("too_many", most=MOST_DOCUMENTS)
    return {"documents": documents}


def write_file(value: object) -> Mapping[str, Sequence[str]]:
    """Give kept hashes as a door hands them over."""
    documents = value.get("documents") if isinstance(value, Mapping) else None
    return {"documents": documents} if isinstance(documents, list) else {}
