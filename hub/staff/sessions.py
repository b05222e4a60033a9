"""Where staff are signed in: a row each, so that any can be seen, and ended, at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

from sqlalchemy import delete, select, update

from hub.errors import Refused
from hub.staff import accounts
from hub.staff.queries import duties_of
from hub.staff.rows import Account, SignedIn
from hub.staff.viewer import Viewer
from hub.store import UNSYNCED, Session
from hub.values import Duty, Role

REMEMBERED = timedelta(days=90)
"""So long an ended session is kept: as the sign that an account was used from there."""

HALFWAY = timedelta(minutes=15)
"""So long somebody may take over the second step."""

_TOUCHED = timedelta(minutes=1)
_SOUGHT = timedelta(days=1)


class SessionEnded(Refused):
    """Say that nobody is signed in here, or no longer."""

    key = "session_ended"


@dataclass(frozen=True, slots=True)
class Lasting:
    """Say for how long a session lasts: without a page, and in all; and whether samples may."""

    idle: timedelta
    longest: timedelta
    samples: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """Hold who is signed in by a browser; halfway until `is_confirmed`."""

    session_id: UUID
    account_id: UUID
    shown: str
    name: str
    is_confirmed: bool
    has_second_step: bool
    is_elsewhere: bool
    is_sample: bool
    duty: Duty | None
    duties: tuple[Duty, ...]
    seen_at: datetime
    has_kept: bool

    def is_stale(self, now: datetime) -> bool:
        """Say whether it is time to write down that somebody is still there."""
        return now - self.seen_at >= _TOUCHED


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """Hold one place where an account is signed in, as its owner is shown it."""

    id: UUID
    browser: str
    begun_at: datetime
    seen_at: datetime
    is_here: bool


def begin(
    session: Session, viewer: Viewer, *, whence: str, browser: str, confirmed: bool = False
) -> str:
    """Begin a session for the viewer's own account, and give the token that the browser keeps."""
    account_id = _own(viewer)
    token, now = session.chance.token(), session.now()
    _sweep(session)
    duties = duties_of(session, viewer, account_id)
    only = duties[0] if len(duties) == 1 else None
    row = {
        "council": session.council,
        "id": session.chance.uuid(),
        "account_id": account_id,
        "token_hash": _hash(token),
        "whence": whence,
        "browser": browser,
        "begun_at": now,
        "seen_at": now,
        "confirmed_at": now if confirmed else None,
        "ended_at": None,
        "role": only and only.role.value,
        "team": only and only.team,
        "kept": None,
        "sought": None,
    }
    session.insert(SignedIn, row)
    if confirmed:
        accounts.happened(session, viewer, account_id, kind="SignedIn")
    return token


def confirm(session: Session, viewer: Viewer, session_id: UUID) -> str:
    """Let a session count from now on, and give the browser another token for it.

    :raises SessionEnded: if it has ended.
    """
    token, now = session.chance.token(), session.now()
    row = open_session(session, viewer, session_id)
    row.confirmed_at = row.begun_at = row.seen_at = now
    row.token_hash = _hash(token)
    accounts.happened(session, viewer, row.account_id, kind="SignedIn")
    return token


def present(session: Session, token: str, lasting: Lasting) -> Present:
    """Give who is signed in with this token.

    :raises SessionEnded: if nobody is, or no longer.
    """
    found = _with_account(session, token)
    if found is None or not _lasts(session.now(), *found, lasting):
        raise SessionEnded
    row, account = found
    viewer = Viewer.staff(session.council, account.id)
    duties = duties_of(session, viewer, account.id)
    chosen = Duty(Role(row.role), row.team or "") if row.role else None
    return Present(
        session_id=row.id,
        account_id=account.id,
        shown=account.shown,
        name=account.name,
        is_confirmed=row.confirmed_at is not None,
        has_second_step=account.secret_at is not None,
        is_elsewhere=account.issuer is not None,
        is_sample=account.is_sample,
        duty=chosen if chosen in duties else None,
        duties=duties,
        seen_at=row.seen_at,
        has_kept=row.kept is not None,
    )


def touch(session: Session, viewer: Viewer, session_id: UUID) -> None:
    """Write down that somebody is still there."""
    own = update(SignedIn).where(SignedIn.id == session_id, SignedIn.account_id == _own(viewer))
    session.sql.execute(own.values(seen_at=session.now()), execution_options=UNSYNCED)


def act_as(session: Session, viewer: Viewer, session_id: UUID, *, duty: Duty) -> None:
    """Choose which of their duties somebody does now.

    :raises NotAllowed: if they do not have it.
    :raises SessionEnded: if the session has ended.
    """
    row = open_session(session, viewer, session_id)
    if duty not in duties_of(session, viewer, row.account_id):
        viewer.demand_role()
    row.role, row.team = duty.role.value, duty.team


def elsewhere(
    session: Session, viewer: Viewer, lasting: Lasting, *, here: UUID
) -> Sequence[Elsewhere]:
    """Give where the viewer's account is signed in, what was used last first."""
    now = session.now()
    wanted = (
        select(SignedIn)
        .where(
            SignedIn.account_id == _own(viewer),
            SignedIn.ended_at.is_(None),
            SignedIn.confirmed_at.is_not(None),
            SignedIn.seen_at > now - lasting.idle,
            SignedIn.begun_at > now - lasting.longest,
        )
        .order_by(SignedIn.seen_at.desc(), SignedIn.id)
    )
    return [
        Elsewhere(
            id=row.id,
            browser=row.browser,
            begun_at=row.begun_at,
            seen_at=row.seen_at,
            is_here=row.id == here,
        )
        for row in session.sql.scalars(wanted)
    ]


def end(session: Session, viewer: Viewer, session_id: UUID) -> None:
    """End one of the viewer's own sessions.

    :raises SessionEnded: if it has ended, or is another's.
    """
    row = open_session(session, viewer, session_id)
    row.ended_at = session.now()
    accounts.happened(session, viewer, row.account_id, kind="SignedOut")


def keep_form(session: Session, token: str, sealed: str) -> UUID | None:
    """Keep a sealed form with the session that this token was for; None if there never was one.

    It is taken only with a token that was once given out, so no stranger can fill the database.
    """
    found = _with_account(session, token)
    if found is None or found[0].confirmed_at is None:
        return None
    found[0].kept = sealed
    return found[0].id


def hand_over(session: Session, viewer: Viewer, session_id: UUID, *, before: str) -> bool:
    """Go on in this session where the one with the token from before ended, if it was their own.

    The form that was kept goes along, and the duty that was chosen; it says whether there is one.
    """
    found = _with_account(session, before) if before else None
    row = open_session(session, viewer, session_id)
    if found is None or found[0].account_id != row.account_id or found[0].id == row.id:
        return row.kept is not None
    ended = found[0]
    row.kept, ended.kept = ended.kept, None
    if row.role is None:
        row.role, row.team = ended.role, ended.team
    return row.kept is not None


def leave_form(session: Session, viewer: Viewer, session_id: UUID) -> None:
    """Keep no form with this session any more."""
    open_session(session, viewer, session_id).kept = None


def kept_form(session: Session, viewer: Viewer, session_id: UUID) -> str | None:
    """Give the form that is kept with this session."""
    return open_session(session, viewer, session_id).kept


def open_session(session: Session, viewer: Viewer, session_id: UUID) -> SignedIn:
    """Give one of the viewer's own sessions.

    :raises SessionEnded: if it has ended, or is another's.
    """
    own = (SignedIn.id == session_id, SignedIn.account_id == _own(viewer))
    wanted = select(SignedIn).where(*own, SignedIn.ended_at.is_(None))
    row = session.sql.scalars(wanted).one_or_none()
    if row is None:
        raise SessionEnded
    return row


def _with_account(session: Session, token: str) -> tuple[SignedIn, Account] | None:
    account = (Account.id == SignedIn.account_id) & (Account.council == SignedIn.council)
    wanted = select(SignedIn, Account).join(Account, account)
    found = session.sql.execute(wanted.where(SignedIn.token_hash == _hash(token))).one_or_none()
    return (found[0], found[1]) if found else None


def _lasts(now: datetime, row: SignedIn, account: Account, lasting: Lasting) -> bool:
    if row.ended_at or account.disabled_at or (account.is_sample and not lasting.samples):
        return False
    if row.confirmed_at is None:
        return now - row.begun_at < HALFWAY
    return now - row.seen_at < lasting.idle and now - row.begun_at < lasting.longest


def _sweep(session: Session) -> None:
    """Forget old sessions, and what was looked for in those that nobody uses any more."""
    unused = (SignedIn.sought.is_not(None), SignedIn.seen_at <= session.now() - _SOUGHT)
    forgotten = update(SignedIn).where(*unused).values(sought=None)
    session.sql.execute(forgotten, execution_options=UNSYNCED)
    old = delete(SignedIn).where(SignedIn.begun_at <= session.now() - REMEMBERED)
    session.sql.execute(old, execution_options=UNSYNCED)


def _own(viewer: Viewer) -> UUID:
    if viewer.staff_id is None:
        raise SessionEnded
    return viewer.staff_id


def _hash(token: str) -> str:
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
