"""Derive the sample from the whole collection: python derive.py requests.csv > sample.csv

What could point to a person is left out: references, addresses, texts that few requests share; a
position is rounded to about a hundred metres. Moments, doors, gaps and dates that run backwards stay.
"""

import csv
import sys
from collections import Counter
from pathlib import Path
from random import Random

_COUNT = 1_000
_SHARED = 3  # a text that so many requests have is a category, and no one's own words
_COLUMNS = ("source", "created", "closed", "channel", "lat", "lon", "words")


def main(source: Path) -> None:
    """Write a thousand requests, drawn with a fixed seed, in the order of their moments."""
    with source.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    shared = Counter(row["description"] for row in rows)
    drawn = Random("a thousand requests").sample(rows, _COUNT)
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for row in sorted(drawn, key=lambda row: row["created"]):
        words = row["description"] if shared[row["description"]] >= _SHARED else row["category"]
        place = (_rounded(row["lat"]), _rounded(row["lon"]))
        kept = (row["source"], row["created"], row["closed"], row["channel"])
        writer.writerow([*kept, *place, words[:200]])


def _rounded(degrees: str) -> str:
    return f"{float(degrees):.3f}" if degrees else ""


if __name__ == "__main__":
    main(Path(sys.argv[1]))
