"""One reminder before a saved draft lapses, if it can still arrive in time."""

from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import ColumnElement, and_, select

from hub import drafts
from hub.councils import Council
from hub.drafts import CodeBy, Draft, DraftState, SavedDraft
from hub.saved.rows import NoticeKind
from hub.saved.wanting import want
from hub.store import Session
from hub.values.nation import add_working_days

_AT_ONCE = timedelta(days=5)  # before the draft lapses, by e-mail or text
_POST_TAKES = 7  # working days: one to print it, six at most for economy post (GOV.UK Notify)
_LETTER_BEGINS = 10  # working days before the draft lapses
_MOST = 200


def remind(session: Session, *, council: Council) -> int:
    """Want a reminder for each saved draft that will lapse soon, once for each; count them."""
    due = [*_at_once(session), *_by_letter(session, council)]
    for saved in due:
        key = {"council": saved.council, "id": saved.id}
        session.change(SavedDraft, key, {"reminded_at": session.now()})
        by = CodeBy(saved.way)
        want(session, saved.id, saved.edition, by=by, kind=NoticeKind.REMINDER)
    return len(due)


def _at_once(session: Session) -> list[SavedDraft]:
    touched = Draft.touched_at <= session.now() - drafts.LIVES + _AT_ONCE
    return [saved for by in (CodeBy.EMAIL, CodeBy.TEXT) for saved in _open(session, by, touched)]


def _by_letter(session: Session, council: Council) -> list[SavedDraft]:
    """Give those whose last day a letter of today still reaches, and not much too early."""
    today = session.now().astimezone(council.timezone).date()
    first, last = (_after(today, days, council) for days in (_POST_TAKES, _LETTER_BEGINS))
    since, before = _touched(first, council), _touched(last + timedelta(days=1), council)
    return _open(session, CodeBy.LETTER, and_(Draft.touched_at >= since, Draft.touched_at < before))


def _touched(last_day: date, council: Council) -> datetime:
    """Give the earliest moment at which a draft was touched that has this last day."""
    ends = datetime.combine(last_day + timedelta(days=1), time(), council.timezone)
    return ends.astimezone(UTC) - drafts.LIVES


def _open(session: Session, way: CodeBy, touched: ColumnElement[bool]) -> list[SavedDraft]:
    """Take in hand the saved drafts of one way: many of the other starve none of them."""
    pair = (SavedDraft.draft_id == Draft.id) & (SavedDraft.council == Draft.council)
    wanted = (
        select(SavedDraft)
        .join(Draft, pair)
        .where(
            Draft.state == DraftState.OPEN.value,
            touched,
            SavedDraft.reminded_at.is_(None),
            SavedDraft.code_hash.is_not(None),
            SavedDraft.way == way.value,
        )
        .order_by(Draft.touched_at)
        .limit(_MOST)
        .with_for_update(skip_locked=True)
    )
    return list(session.sql.scalars(wanted))


def _after(day: date, count: int, council: Council) -> date:
    return add_working_days(day, count=count, nation=council.nation, closures=council.closures)
