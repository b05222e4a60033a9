"""The letters about saved drafts: made anew whenever one is laid, and kept nowhere.

A letter tells its code. So its pages are no document of ours: they go to the printer and that is
all. Made twice, a notice has the same pages unless somebody went on with the draft between, which
moves the last day; the print folder keeps those that it was given first.
"""

import hashlib
from uuid import UUID

from hub import cases, letters
from hub.councils import Council
from hub.letters import Plain, PrintedLetter, Stationery
from hub.saved import telling
from hub.saved.addresses import come_back_link
from hub.saved.telling import Telling
from hub.staff import Viewer
from hub.store import Session
from hub.words import Words


def letter_wanted(
    session: Session,
    viewer: Viewer,
    notice_id: UUID,
    *,
    council: Council,
    words: Words,
    stationery: Stationery,
    secret: str,
    public_url: str,
) -> PrintedLetter | None:
    """Make a letter that is still to be laid; None if there is nothing to print any more.

    :raises UnknownNotice: if there is none.
    :raises CodeLost: if the hub's secret is another than when the code was made.
    :raises UnknownLetter: if nobody wrote the letter.
    :raises UnprintableAddress: if the fonts lack a character of the name or the address.
    :raises AddressDoesNotFit: if the address does not fit into the window.
    """
    told = telling.telling_of(session, notice_id, secret=secret)
    address = told.saved.told.address if told else None
    if told is None or address is None:
        return None
    template, link = stationery.template(told.notice.kind), come_back_link(public_url)
    contact = told.saved.told
    plain = Plain(
        template=template,
        council=council,
        code=told.saved.code,
        name=contact.name,
        address=address,
        size=contact.size,
        languages=(contact.language,),
        values=telling.values_of(told, council, words, link=link),
        written_on=told.notice.wanted_at.astimezone(council.timezone).date(),
        link=link,
    )
    was_printed = cases.was_laid(session, viewer, notice_id)
    return _printed(told, plain, words, was_printed=was_printed)


def settle_letter(session: Session, notice_id: UUID) -> None:
    """Write down that a printer has the letter, once however often it is said.

    :raises UnknownNotice: if there is none.
    """
    telling.settle(session, notice_id)


def _printed(told: Telling, plain: Plain, words: Words, *, was_printed: bool) -> PrintedLetter:
    printed = letters.print_letter(letters.compose_plain(plain, words))
    return PrintedLetter(
        council=told.notice.council,
        day=plain.written_on,
        id=told.notice.id,
        reference=None,
        kind=told.notice.kind,
        edition=told.notice.edition,
        sha256=hashlib.sha256(printed.pdf).hexdigest(),
        sheets=printed.sheets,
        pdf=printed.pdf,
        was_printed=was_printed,
    )
