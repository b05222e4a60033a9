"""The texts about saved drafts: one each, and short.

A text that does not arrive is turned to no other way, for no other is known: the page that saved
shows the code too.
"""

from collections.abc import Iterator
from uuid import UUID

from hub import people
from hub.catalogue import Judge, Judged
from hub.councils import Council
from hub.files import Mistake
from hub.messages import (
    MOST_PARTS,
    PATIENCE,
    STOPS,
    TextAway,
    TextDelivery,
    TextMessage,
    TextRefused,
    WhyNot,
    mark_contact,
    parts,
    together,
)
from hub.saved import telling
from hub.saved.addresses import come_back_link
from hub.saved.rows import NoticeKind
from hub.staff import Viewer
from hub.store import Session
from hub.values import PhoneNumber
from hub.words import Words

_LONGEST = {
    "code": "0000 0000 0000 0000",
    "council": "Cyngor Bwrdeistref Sirol Castell-nedd Port Talbot",
    "kept_until": "30 November 2026",
    "link": "forms.castell-nedd-port-talbot.gov.uk/come-back",
}


def text_wanted(
    session: Session,
    viewer: Viewer,
    notice_id: UUID,
    *,
    council: Council,
    words: Words,
    secret: str,
    public_url: str,
) -> TextMessage | None:
    """Compose a text that is still to go; None if there is nothing to send any more.

    :raises UnknownNotice: if there is none.
    :raises CodeLost: if the hub's secret is another than when the code was made.
    """
    told = telling.telling_of(session, notice_id, secret=secret)
    if told is None or told.saved.told.mobile is None:
        return None
    to = told.saved.told.mobile
    values = telling.values_of(told, council, words, link=come_back_link(public_url))
    said = words.say(f"texts.{told.notice.kind}", told.saved.told.language, **values)
    return TextMessage(
        id=notice_id,
        council=session.council,
        to=to,
        words=together([said]),
        mark=together([said]),
        wanted_at=told.notice.wanted_at,
        stopped=STOPS.get(people.contact_state(session, viewer, to)),
    )


def settle_text(
    session: Session, viewer: Viewer, notice_id: UUID, *, delivery: TextDelivery
) -> None:
    """Write down how a text was handed over. What cannot arrive is not tried again for ever.

    :raises UnknownNotice: if there is none.
    :raises TextAway: if trying again later may help.
    """
    trouble, why = delivery.trouble, None
    if isinstance(trouble, TextAway):
        wanted_at = telling.find(session, notice_id).wanted_at
        if session.now() - wanted_at < PATIENCE:
            raise trouble
        why = trouble.key
    elif isinstance(trouble, TextRefused):
        why = trouble.why.value
        if not delivery.is_ours:
            _mark(session, viewer, notice_id, why=trouble.why)
    telling.settle(session, notice_id, reason=why)


def hear_text(session: Session, viewer: Viewer, notice_id: UUID, *, failed: WhyNot | None) -> None:
    """Hear what the carrier says of a text that it took; that it arrived is no news.

    :raises UnknownNotice: if there is none.
    """
    telling.find(session, notice_id)
    if failed is not None:
        _mark(session, viewer, notice_id, why=failed)
        telling.fail(session, notice_id, reason=failed.value)


def judge_texts(words: Words) -> Judge:
    """Give the judge who counts the parts of the texts about a saved draft of a service."""

    def judge(judged: Judged) -> Iterator[Mistake]:
        service = judged.service
        for language in service.languages:
            for kind in NoticeKind:
                said = words.say(
                    f"texts.{kind}", language, **_LONGEST, service=service.title.to(language)
                )
                if (count := parts(together([said]))) > MOST_PARTS:
                    what = f"A text with this title is sent in {count} parts of {MOST_PARTS}."
                    yield Mistake.at(judged.at("title"), what, "Write a shorter title.")

    return judge


def _mark(session: Session, viewer: Viewer, notice_id: UUID, *, why: WhyNot) -> None:
    mobile = telling.mobile_of(session, notice_id)
    if mobile is not None:
        mark_contact(session, viewer, PhoneNumber(mobile), why=why)
