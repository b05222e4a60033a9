"""The e-mails about saved drafts."""

from uuid import UUID

from hub import people
from hub.councils import Council
from hub.messages import PATIENCE, Delivery, Email, MailAway
from hub.saved import telling
from hub.saved.addresses import come_back_link
from hub.staff import Viewer
from hub.store import Session
from hub.words import Words


def email_wanted(
    session: Session,
    viewer: Viewer,
    notice_id: UUID,
    *,
    council: Council,
    words: Words,
    secret: str,
    public_url: str,
) -> Email | None:
    """Compose an e-mail that is still to go; None if there is nothing to send any more.

    To an address whose owner wants nothing more it is not handed over.

    :raises UnknownNotice: if there is none.
    :raises CodeLost: if the hub's secret is another than when the code was made.
    """
    told = telling.telling_of(session, notice_id, secret=secret)
    if told is None or told.saved.told.email is None:
        return None
    to, language = told.saved.told.email, told.saved.told.language
    said = telling.values_of(told, council, words, link=come_back_link(public_url))
    key = f"emails.{told.notice.kind}"
    return Email(
        id=notice_id,
        sender_name=council.name.to(language),
        sender=council.email,
        to=to,
        subject=words.say(f"{key}.subject", language, **said),
        body=words.say(f"{key}.body", language, **said),
        language=language,
        is_welcome=people.may_write_to(session, viewer, to),
    )


def settle_email(session: Session, notice_id: UUID, *, delivery: Delivery) -> None:
    """Write down how an e-mail ended. What cannot arrive is not tried again for ever.

    Nobody is left without a code by that: the page that saved shows it too.

    :raises UnknownNotice: if there is none.
    :raises MailAway: if trying again later may help.
    """
    trouble = delivery.trouble
    if isinstance(trouble, MailAway):
        wanted_at = telling.find(session, notice_id).wanted_at
        if session.now() - wanted_at < PATIENCE:
            raise trouble
    telling.settle(session, notice_id, reason=trouble.key if trouble else None)
