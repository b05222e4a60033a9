"""From a letter's contents to an edition: every word filled in, in each language."""

from collections.abc import Iterable

from hub import paper
from hub.councils import Council
from hub.letters.contents import Contents
from hub.letters.edition import BETWEEN_LANGUAGES, Edition, Letterhead
from hub.letters.filling import fill
from hub.values import Language, PostalAddress, Text
from hub.words import Words


def compose(contents: Contents, words: Words) -> Edition:
    """Fill a letter's template; nothing of the clock or of chance goes in."""
    said = contents.languages
    return Edition(
        name=contents.name,
        address=contents.address,
        to_collect=label("to_collect", words, said),
        size=contents.size,
        profile=paper.profile_named(contents.profile),
        head=letterhead(contents.council, said),
        reference=contents.reference,
        reference_label=label("reference", words, said),
        link=contents.link,
        link_label=label("see_online", words, said),
        passages=tuple(fill(contents, words, language) for language in contents.languages),
    )


def letterhead(council: Council, languages: Iterable[Language]) -> Letterhead:
    """Give what stands at the head of a council's letters in these languages."""
    return Letterhead(
        council=council.id,
        names=_in_each(council.name, languages),
        colour=council.brand.primary,
        accent=council.brand.accent,
        contact=(council.phone.shown, council.email.shown),
        address=_short(council.address),
    )


def label(name: str, words: Words, languages: Iterable[Language]) -> str:
    """Give what stands beside something on a letter, in each language."""
    return BETWEEN_LANGUAGES.join(_in_each(words.text(f"letters.{name}"), languages))


def _short(address: PostalAddress) -> tuple[str, ...]:
    *street, town, postcode = address.printed_lines()
    return (", ".join(street), f"{town}  {postcode}")


def _in_each(text: Text, languages: Iterable[Language]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text.to(language) for language in languages))
