"""Words in each of a council's languages, kept together."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from hub.values.language import Language

_KNOWN = {language.value: language for language in Language}


class Text(Mapping[Language, str]):
    """Give the same sentence in each language it was written in.

    Made from a mapping of language codes to words: `Text({"en": "Grey bin", "cy": "Bin llwyd"})`.

    :raises ValueError: if a code is not one of ours or there are no words at all.
    """

    __slots__ = ("_words",)

    def __init__(self, words: Mapping[str, str]) -> None:
        """Copy the words, by language."""
        if not words:
            raise ValueError(words)
        try:
            by_language = {_KNOWN[code]: said for code, said in words.items()}
        except KeyError as error:
            raise ValueError(words) from error
        self._words = MappingProxyType(by_language)

    def to(self, language: Language) -> str:
        """Give the words in `language`, else in English, else in the first there is."""
        return self._words[self._nearest(language)]

    def say(self, language: Language, /, **values: object) -> str:
        """Give the words as `to` does, with their place-holders filled; other languages rest.

        :raises KeyError: if a place-holder has no value.
        """
        spoken = self._nearest(language)
        return self._words[spoken].format_map(_in(values, spoken))

    def fill(self, **values: object) -> "Text":
        """Fill the place-holders, with a Text in its own language each time.

        :raises KeyError: if a place-holder has no value.
        """
        return Text({code: said.format_map(_in(values, code)) for code, said in self.items()})

    def _nearest(self, language: Language) -> Language:
        for spoken in (language, Language.EN):
            if self._words.get(spoken):
                return spoken
        return next(iter(self._words))

    def __getitem__(self, language: Language) -> str:
        """Give the words in exactly this language."""
        return self._words[language]

    def __iter__(self) -> Iterator[Language]:
        """Walk the languages in the order they were written."""
        return iter(self._words)

    def __len__(self) -> int:
        """Count the languages."""
        return len(self._words)

    def __hash__(self) -> int:
        """Hash by the words, so that a definition can be a key."""
        return hash(tuple(self._words.items()))

    def __repr__(self) -> str:
        """Show it as it is made."""
        return f"Text({ {str(code): said for code, said in self._words.items()}!r})"


def _in(values: Mapping[str, object], language: Language) -> dict[str, object]:
    return {
        name: value.to(language) if isinstance(value, Text) else value
        for name, value in values.items()
    }
