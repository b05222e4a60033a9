"""What is done to drafts."""

import hashlib
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Select, select, update

from hub import arrivals, catalogue, enclosures, interview
from hub.catalogue.definition import Service
from hub.drafts import saving
from hub.drafts.rows import Draft, DraftState
from hub.errors import Refused
from hub.interview import Interview
from hub.staff import Viewer
from hub.store import UNSYNCED, Session
from hub.values import Channel, Language


class UnknownDraft(Refused):
    """Say that no draft is kept under this word; perhaps it lapsed."""

    key = "unknown_draft"


class AlreadySent(Refused):
    """Say that a draft was sent, so that nothing in it can be changed any more."""

    key = "already_sent"


def start(
    session: Session, viewer: Viewer, service: Service, *, door: tuple[Channel, Language, date]
) -> str:
    """Begin a draft at a door, in a language, on the council's local day.

    :returns: the word under which the door finds it again; it is kept nowhere else.
    """
    channel, language, asked_on = door
    token, now = session.chance.token(), session.now()
    catalogue.keep(session, service)
    kept = {
        "council": viewer.council,
        "id": session.chance.uuid(),
        "token_hash": _hash(token),
        "service": service.id,
        "version": service.version,
        "channel": channel.value,
        "language": language.value,
        "answers": {},
        "asked_on": asked_on,
        "state": DraftState.OPEN.value,
        "started_at": now,
        "touched_at": now,
    }
    session.insert(Draft, kept)
    return token


def take(session: Session, token: str) -> Draft:
    """Take a draft in hand, open or sent: until this session ends, nobody else can.

    :raises UnknownDraft: if there is none under `token`, or it lapsed.
    """
    return _there(session.lock(Draft, _key(session, token)))


def find(session: Session, token: str) -> Draft:
    """Look at a draft, open or sent; it holds up nobody.

    :raises UnknownDraft: if there is none under `token`, or it lapsed.
    """
    return _there(session.look(Draft, _key(session, token)))


def interview_of(
    draft: Draft, service: Service, *, asked_on: date, before: Service | None = None
) -> Interview:
    """Take the interview up again, under the version that `service` has now, on the day it is.

    Answers that are still valid stay; a question that changed is asked again, and is marked.
    `before` is the version it was answered under (`older`): with it, changed words are marked too.
    """
    kept = {
        "version": draft.version,
        "asked_on": draft.asked_on.isoformat(),
        "answers": draft.answers,
        "changed": draft.changed,
    }
    whole = interview.resume(service, kept, asked_on, before=before)
    return interview.about_you(whole) if draft.joins else whole


def older(session: Session, draft: Draft, service: Service) -> Service | None:
    """Give the version that a draft was answered under; None if it is the one there is now."""
    if draft.version == service.version:
        return None
    return catalogue.of_version(session, draft.version)


def keep(session: Session, draft: Draft, asked: Interview) -> None:
    """Keep every answer given so far, and under which version; what was sent with it follows.

    :raises AlreadySent: if the draft is a case by now.
    :raises UnknownEnclosure: if an answer names a document that was not sent with this draft.
    """
    if draft.state != DraftState.OPEN:
        raise AlreadySent
    if asked.service.version != draft.version:
        catalogue.keep(session, asked.service)
    if interview.documents(draft.answers) or interview.documents(asked.answers):
        enclosures.follow(session, draft.id, asked.answers)
    changed: dict[str, object] = {
        "answers": dict(asked.answers),
        "changed": sorted(asked.changed) or None,
        "version": asked.service.version,
        "asked_on": asked.asked_on,
        "touched_at": session.now(),
    }
    _change(session, draft, changed)


def join(session: Session, draft: Draft, *, case_id: UUID | None) -> None:
    """Let a draft join a case instead of opening one, or with None open its own again.

    :raises AlreadySent: if the draft is a case by now.
    """
    if draft.state != DraftState.OPEN:
        raise AlreadySent
    _change(session, draft, {"joins": case_id, "touched_at": session.now()})


def close(session: Session, draft: Draft, *, case_id: UUID, asker: UUID | None = None) -> None:
    """Mark a draft as sent; its answers are the case's now and leave the draft.

    `asker` is who they are in the case that they joined.
    """
    changed: dict[str, object] = {
        "asker": asker,
        "answers": {},
        "state": DraftState.SUBMITTED.value,
        "case_id": case_id,
        "touched_at": session.now(),
    }
    _change(session, draft, changed)
    if draft.is_saved:
        saving.forget_codes(session, [draft.id])


def move(session: Session, draft: Draft) -> str:
    """Move a draft in hand to another device: give it a new word, and the old one opens nothing."""
    token = session.chance.token()
    _change(session, draft, {"token_hash": _hash(token), "touched_at": session.now()})
    return token


def discard(session: Session, token: str) -> None:
    """Let go of the answers of a draft because the resident said so; one that was sent stays.

    :raises UnknownDraft: if there is none under `token`, or it lapsed.
    """
    draft = take(session, token)
    if draft.state == DraftState.OPEN:
        enclosures.remove_all(session, [draft.id])
        gone = {"answers": {}, "state": DraftState.LAPSED.value, "touched_at": session.now()}
        _change(session, draft, gone)
        saving.forget_codes(session, [draft.id])


def lapse(session: Session, *, before: datetime, most: int = 500) -> int:
    """Let go of the oldest drafts that nobody touched since `before`, `most` at once; count them.

    Their answers leave the store, and the files that came with them; that they were begun stays,
    and what was sent of them too early has lapsed with them.
    """
    old = session.sql.execute(_old(before, most)).all()
    enclosures.remove_all(session, [draft.id for draft in old])
    saving.forget_codes(session, [draft.id for draft in old])
    gone = {"answers": {}, "state": DraftState.LAPSED.value}
    let_go = update(Draft).where(Draft.id.in_([draft.id for draft in old])).values(**gone)
    session.sql.execute(let_go, execution_options=UNSYNCED)
    for channel in {draft.channel for draft in old}:
        names = [external_id(draft.id) for draft in old if draft.channel == channel]
        arrivals.lapse(session, channel=Channel(channel), external_ids=names)
    return len(old)


def external_id(draft_id: UUID) -> str:
    """Give the name by which what is sent of a draft is known as an arrival."""
    return str(draft_id)


def _old(before: datetime, most: int) -> Select[UUID, str]:
    return (
        select(Draft.id, Draft.channel)
        .where(Draft.state == DraftState.OPEN.value, Draft.touched_at < before)
        .order_by(Draft.touched_at)
        .limit(most)
        .with_for_update(skip_locked=True)
    )


def _change(session: Session, draft: Draft, changed: dict[str, object]) -> None:
    session.change(Draft, {"council": draft.council, "id": draft.id}, changed)


def _there(draft: Draft | None) -> Draft:
    if draft is None or draft.state == DraftState.LAPSED:
        raise UnknownDraft
    return draft


def _key(session: Session, token: str) -> dict[str, object]:
    return {"council": session.council, "token_hash": _hash(token)}


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode("utf-8", "replace")).digest()
