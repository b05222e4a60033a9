"""Saving a draft under a code, and coming back to it with the code and what was told then.

Whoever found a code could try postcode after postcode, from as many addresses as they like: so
wrong answers are counted by code, in the store, as they are for a case.
"""

import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import null, select, update

from hub import people
from hub.drafts import codes
from hub.drafts.rows import Draft, DraftState
from hub.drafts.saved_rows import CodeBy, CodeFor, SavedDraft
from hub.errors import Refused
from hub.staff import Viewer
from hub.store import UNSYNCED, Session
from hub.values import EmailAddress, PhoneNumber, Postcode, SaveCode, WrongValue

LIVES = timedelta(days=28)
"""How long a draft is kept after somebody touched it."""

MOST_WRONG = 10
"""How many wrong answers an hour a code bears; then it is answered as if every one were wrong."""

_COUNTED = timedelta(hours=1)


class UnknownCode(Refused):
    """Say that this code, or what was told with it, opens nothing; nobody can tell which."""

    key = "unknown_code"


class CodeLost(Refused):
    """Say that the hub's secret is another than when a code was made: the code opens nothing."""

    key = "code_lost"


@dataclass(frozen=True, slots=True)
class Saved:
    """Hold a saving: `is_new` is False when the same was said before."""

    id: UUID
    edition: int
    told: CodeFor
    code: SaveCode
    is_new: bool = False


def lapses_at(draft: Draft) -> datetime:
    """Give the moment at which a draft is let go if nobody touches it."""
    return draft.touched_at + LIVES


def last_day(draft: Draft, timezone: ZoneInfo) -> date:
    """Give the last whole day, local, on which one can come back."""
    return lapses_at(draft).astimezone(timezone).date() - timedelta(days=1)


def save(session: Session, draft: Draft, told: CodeFor, *, secret: str) -> Saved:
    """Save an open draft in hand; said again, it is the same code, and said otherwise a new one.

    It counts as touching the draft: it is kept for as long again.
    """
    now = session.now()
    session.change(Draft, _key(session, draft.id), {"is_saved": True, "touched_at": now})
    kept = find_saved(session, draft.id)
    if kept is not None and kept.told() == told and opens(kept, secret=secret):
        return saved_of(kept, secret=secret)
    saved_id = kept.id if kept else session.chance.uuid()
    edition = kept.edition + 1 if kept else 1
    code = codes.code_of(saved_id, edition, secret=secret)
    row = {
        "edition": edition,
        "code_hash": codes.hash_of(code, secret=secret),
        "way": told.by.value,
        "language": told.language.value,
        "size": told.size,
        "name": told.name,
        "address": told.address and told.address.parts(),
        "email": told.email and told.email.shown,
        "mobile": told.mobile and told.mobile.e164,
        "wrong": 0,
        "saved_at": now,
    }
    if kept:
        session.change(SavedDraft, _key(session, saved_id), row)
    else:
        session.insert(SavedDraft, {**_key(session, saved_id), "draft_id": draft.id, **row})
    return Saved(saved_id, edition, told, code, is_new=True)


def find_saved(session: Session, draft_id: UUID) -> SavedDraft | None:
    """Give how a draft was saved; None if it never was."""
    wanted = select(SavedDraft).where(SavedDraft.draft_id == draft_id)
    anew = {"populate_existing": True}
    return session.sql.execute(wanted, execution_options=anew).scalar_one_or_none()


def saved_of(kept: SavedDraft, *, secret: str) -> Saved:
    """Give a saving with its code, which is made anew.

    :raises CodeLost: if the secret is another than it was, or the draft has ended.
    """
    if not opens(kept, secret=secret):
        raise CodeLost
    code = codes.code_of(kept.id, kept.edition, secret=secret)
    return Saved(kept.id, kept.edition, kept.told(), code)


def opens(kept: SavedDraft, *, secret: str) -> bool:
    """Say whether the code, made now, still opens the draft."""
    code = codes.code_of(kept.id, kept.edition, secret=secret)
    return kept.code_hash == codes.hash_of(code, secret=secret)


def prove(session: Session, *, code: SaveCode, fact: str, secret: str) -> Draft:
    """Take the draft in hand of somebody who knows its code and what was told when it was saved.

    A wrong answer is counted in this transaction: who catches the error must let it be kept.

    :raises UnknownCode: if the code or the fact is wrong, or too many of this hour were.
    """
    draft, saved = _in_hand(session, codes.hash_of(code, secret=secret))
    if saved is None or _is_guessed_at(session, saved):
        raise UnknownCode
    if not _knows(saved.told(), fact):
        _count(session, saved)
        raise UnknownCode
    if draft is None or draft.state != DraftState.OPEN:
        raise UnknownCode
    return draft


def _in_hand(session: Session, code_hash: bytes) -> tuple[Draft | None, SavedDraft | None]:
    """Lock the draft and then how it was saved, in the order of everybody who ends or saves one."""
    wanted = select(SavedDraft.draft_id).where(SavedDraft.code_hash == code_hash)
    draft_id = session.sql.execute(wanted).scalar_one_or_none()
    if draft_id is None:
        return None, None
    draft = session.lock(Draft, _key(session, draft_id))
    key = {"council": session.council, "code_hash": code_hash}
    return draft, session.lock(SavedDraft, key)


def forget_codes(session: Session, draft_ids: Sequence[UUID]) -> None:
    """Take out of the savings of drafts that end all that tells about a person.

    What is known of a number goes with them, unless another saving or a person we know has it.
    """
    ending = SavedDraft.draft_id.in_(draft_ids)
    numbers = select(SavedDraft.mobile).where(ending, SavedDraft.mobile.is_not(None))
    gone_with = {number for number in session.sql.scalars(numbers) if number}
    nothing = {"code_hash": None, "name": None, "address": null(), "email": None, "mobile": None}
    gone = update(SavedDraft).where(ending).values(**nothing)
    session.sql.execute(gone, execution_options=UNSYNCED)
    if gone_with:
        others = select(SavedDraft.mobile).where(SavedDraft.mobile.in_(gone_with))
        alone = gone_with.difference(session.sql.scalars(others))
        people.forget_contacts(session, Viewer.system(session.council), alone)


def _key(session: Session, id_: UUID) -> dict[str, object]:
    return {"council": session.council, "id": id_}


def _knows(told: CodeFor, fact: str) -> bool:
    match told.by:
        case CodeBy.EMAIL:
            return _same(told.email.shown.lower() if told.email else "", _email(fact))
        case CodeBy.TEXT:
            return _same(told.mobile.e164 if told.mobile else "", _mobile(fact))
        case CodeBy.LETTER:
            return _same(told.address.postcode.shown if told.address else "", _postcode(fact))
        case CodeBy.NOTE:
            return people.is_surname(fact, name=told.name)


def _email(fact: str) -> str:
    try:
        return EmailAddress.parse(fact).shown.lower()
    except WrongValue:
        return ""


def _mobile(fact: str) -> str:
    try:
        return PhoneNumber.parse(fact).e164
    except WrongValue:
        return ""


def _postcode(fact: str) -> str:
    try:
        return Postcode.parse(fact).shown
    except WrongValue:
        return ""


def _same(kept: str, told: str) -> bool:
    return bool(kept) and hmac.compare_digest(kept.encode(), told.encode())


def _is_guessed_at(session: Session, saved: SavedDraft) -> bool:
    return _lately(session, saved) >= MOST_WRONG


def _lately(session: Session, saved: SavedDraft) -> int:
    since = saved.wrong_since
    return saved.wrong if since is not None and session.now() - since < _COUNTED else 0


def _count(session: Session, saved: SavedDraft) -> None:
    """Count one more wrong answer; an hour begins with the first."""
    lately = _lately(session, saved)
    began = saved.wrong_since if lately else session.now()
    changed = {"wrong": lately + 1, "wrong_since": began}
    session.change(SavedDraft, _key(session, saved.id), changed)
