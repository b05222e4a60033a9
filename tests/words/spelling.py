"""A Welsh dictionary: aspell's, and beside it the words of this house's own list."""

import subprocess
from collections.abc import Collection
from pathlib import Path

from tests.provision import missing
from tests.words.mutations import radicals

OWN = Path(__file__).with_name("welsh_words.txt")


def own_words() -> tuple[str, ...]:
    """Give the words of the own list, as they stand there."""
    lines = OWN.read_text(encoding="utf-8").splitlines()
    return tuple(word for line in lines if not line.startswith("#") for word in line.split())


def misspelt(words: Collection[str]) -> set[str]:
    """Give those words that are in no list, however they may have been mutated."""
    asked = {form for word in words for form in (word, *radicals(word))}
    unknown = _unknown_to_aspell(asked) - {own.lower() for own in own_words()} - {*own_words()}
    return {word for word in words if {word, *radicals(word)} <= unknown}


def _unknown_to_aspell(words: Collection[str]) -> set[str]:
    program = missing.program(
        "aspell", setting="HUB_TEST_ASPELL", remedy="apt-get install aspell aspell-cy"
    )
    asked = [program, "--lang=cy", "--encoding=utf-8", "list"]
    answer = subprocess.run(
        asked, input="\n".join(sorted(words)), capture_output=True, text=True, check=False
    )
    if answer.returncode:
        missing.fail("aspell's Welsh dictionary", "apt-get install aspell-cy")
    return set(answer.stdout.split())
