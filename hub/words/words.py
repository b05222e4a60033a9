"""Words by key: "problems.date_impossible" stands in `words/problems.yaml`."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Self

from hub import files
from hub.errors import Refused
from hub.files import FilesRefused, Part, Proof
from hub.values import Language, Text

FOLDERS = ("words", "web")
_CODES = frozenset(language.value for language in Language)


class UnknownWords(Refused):
    """Say that nobody wrote words under this key."""

    key = "unknown_words"


class WordsRefused(FilesRefused):
    """Refuse files of words that have mistakes."""

    key = "words_refused"


class Words:
    """Hold all words by key, each in every language."""

    def __init__(self, texts: Mapping[str, Text]) -> None:
        self._texts = dict(texts)

    @classmethod
    def read(cls, templates: Path) -> Self:
        """Read the YAML files of words and of the pages.

        :raises WordsRefused: if a language is missing, place-holders differ, or a key stands twice.
        """
        proof = Proof()
        texts: dict[str, Text] = {}
        for path in _paths(templates):
            part = files.read(path, root=templates, proof=proof)
            for key, leaf in _leaves(part, path.stem) if part else ():
                if key in texts:
                    proof.mark(leaf, f"“{key}” stands in two files.", "Keep one of the two.")
                texts[key] = files.text(leaf, proof=proof)
        if proof.mistakes:
            raise WordsRefused(proof.mistakes)
        return cls(texts)

    def say(self, key: str, language: Language, **values: object) -> str:
        """Give the words under a key in a language, with their place-holders filled.

        :raises UnknownWords: if there are no such words.
        :raises KeyError: if a place-holder has no value.
        """
        return self._found(key).say(language, **values)

    def text(self, key: str, **values: object) -> Text:
        """Give the words under a key in every language; a Text as value speaks its own.

        :raises UnknownWords: if there are no such words.
        :raises KeyError: if a place-holder has no value.
        """
        return self._found(key).fill(**values)

    def _found(self, key: str) -> Text:
        if key not in self._texts:
            raise UnknownWords(words=key)
        return self._texts[key]

    def __contains__(self, key: str) -> bool:
        """Say whether there are words under a key."""
        return key in self._texts

    def keys(self) -> frozenset[str]:
        """Give every key there is."""
        return frozenset(self._texts)


def _paths(templates: Path) -> list[Path]:
    return sorted(path for folder in FOLDERS for path in (templates / folder).glob("*.yaml"))


def _leaves(part: Part, key: str) -> Iterator[tuple[str, Part]]:
    if part.mapping is None or part.mapping.keys() & _CODES or not part.mapping:
        yield key, part
        return
    for name, inner in part.mapping.items():
        yield from _leaves(inner, f"{key}.{name}")
