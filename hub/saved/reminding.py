"""One reminder before a saved draft lapses, if it can still arrive in time."""

from datetime import date, timedelta

from sqlalchemy import select

from hub import drafts
from hub.councils import Council
from hub.drafts import CodeBy, Draft, DraftState, SavedDraft
from hub.saved.rows import NoticeKind
from hub.saved.wanting import want
from hub.store import Session
from hub.values.nation import add_working_days

_BY_EMAIL = timedelta(days=5)  # before the draft lapses
_POST_TAKES = 7  # working days: one to print it, six at most for economy post (GOV.UK Notify)
_LETTER_BEGINS = 10  # working days before the draft lapses
_LONGEST = timedelta(days=21)  # before that nothing is looked at: more than any number above
_MOST = 200


def remind(session: Session, *, council: Council) -> int:
    """Want a reminder for each saved draft that will lapse soon, once for each; count them."""
    due = [saved for saved, draft in _open(session) if _is_due(session, saved, draft, council)]
    for saved in due:
        key = {"council": saved.council, "id": saved.id}
        session.change(SavedDraft, key, {"reminded_at": session.now()})
        by = CodeBy(saved.way)
        want(session, saved.id, saved.edition, by=by, kind=NoticeKind.REMINDER)
    return len(due)


def _open(session: Session) -> list[tuple[SavedDraft, Draft]]:
    pair = (SavedDraft.draft_id == Draft.id) & (SavedDraft.council == Draft.council)
    old = session.now() - drafts.LIVES + _LONGEST
    wanted = (
        select(SavedDraft, Draft)
        .join(Draft, pair)
        .where(
            Draft.state == DraftState.OPEN.value,
            Draft.touched_at < old,
            SavedDraft.reminded_at.is_(None),
            SavedDraft.code_hash.is_not(None),
            SavedDraft.way != CodeBy.NOTE.value,
        )
        .order_by(Draft.touched_at)
        .limit(_MOST)
        .with_for_update(skip_locked=True)
    )
    return [(saved, draft) for saved, draft in session.sql.execute(wanted)]


def _is_due(session: Session, saved: SavedDraft, draft: Draft, council: Council) -> bool:
    lapses_at = drafts.lapses_at(draft)
    if saved.way == CodeBy.EMAIL:
        return session.now() >= lapses_at - _BY_EMAIL
    today = session.now().astimezone(council.timezone).date()
    last = drafts.last_day(draft, council.timezone)
    return _after(today, _POST_TAKES, council) <= last <= _after(today, _LETTER_BEGINS, council)


def _after(day: date, count: int, council: Council) -> date:
    return add_working_days(day, count=count, nation=council.nation, closures=council.closures)
