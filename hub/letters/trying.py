"""Trying a council's letterhead before there is a letter, for the first would be held by it."""

from collections.abc import Iterator

from hub import paper
from hub.councils import Council
from hub.letters.composing import label, letterhead
from hub.letters.contact import contact_ink
from hub.letters.contents import languages_of
from hub.letters.edition import SMALLEST_SIZE, Edition, Passage
from hub.letters.head import head_ink
from hub.paper import Profile
from hub.values import Language, Reference
from hub.words import Words

_REFERENCE = Reference("00000000001")


def try_letterhead(council: Council, words: Words, *, public_url: str) -> None:
    """Set the head of a council's letters in every choice of languages, and let go of it.

    What fits at one size of print fits at each: the head grows only as far as its place allows.

    :raises LetterheadDoesNotFit: if the council's names or contact lines are too long.
    """
    for profile in _profiles(council):
        for known in (None, *council.languages):
            edition = _edition(council, words, languages_of(known, council), profile, public_url)
            head_ink(edition)
            contact_ink(edition)


def _profiles(council: Council) -> Iterator[Profile]:
    profile = paper.profile_named(council.letter_profile.value)
    yield profile
    if profile.longer:
        yield paper.profile_named(profile.longer)


def _edition(
    council: Council,
    words: Words,
    languages: tuple[Language, ...],
    profile: Profile,
    public_url: str,
) -> Edition:
    nothing = Passage(
        language=languages[0], date="", greeting="", subject="", blocks=(), page_of=""
    )
    return Edition(
        name="",
        address=None,
        to_collect="",
        size=SMALLEST_SIZE,
        profile=profile,
        head=letterhead(council, languages),
        reference=_REFERENCE,
        reference_label=label("reference", words, languages),
        link=f"{public_url}/r/{_REFERENCE}",
        link_label=label("see_online", words, languages),
        passages=(nothing,),
    )
