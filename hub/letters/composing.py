"""From a letter's contents to an edition: every word filled in, in each language."""

from collections.abc import Iterable

from hub import paper
from hub.letters.contents import Contents
from hub.letters.edition import BETWEEN_LANGUAGES, Edition, Letterhead
from hub.letters.filling import fill
from hub.values import PostalAddress, Text
from hub.words import Words


def compose(contents: Contents, words: Words) -> Edition:
    """Fill a letter's template; nothing of the clock or of chance goes in."""

    def label(name: str) -> str:
        return BETWEEN_LANGUAGES.join(_in_each(contents, [words.text(f"letters.{name}")]))

    return Edition(
        name=contents.name,
        address=contents.address,
        to_collect=label("to_collect"),
        size=contents.size,
        profile=paper.profile_named(contents.profile),
        head=_head(contents),
        reference=contents.reference,
        reference_label=label("reference"),
        link=contents.link,
        link_label=label("see_online"),
        passages=tuple(fill(contents, words, language) for language in contents.languages),
    )


def _head(contents: Contents) -> Letterhead:
    council = contents.council
    return Letterhead(
        names=_in_each(contents, [council.name]),
        colour=council.brand.primary,
        accent=council.brand.accent,
        contact=(council.phone.shown, council.email.shown),
        address=_short(council.address),
    )


def _short(address: PostalAddress) -> tuple[str, ...]:
    *street, town, postcode = address.printed_lines()
    return (", ".join(street), f"{town}  {postcode}")


def _in_each(contents: Contents, texts: Iterable[Text]) -> tuple[str, ...]:
    said = (text.to(language) for text in texts for language in contents.languages)
    return tuple(dict.fromkeys(said))
