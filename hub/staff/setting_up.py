"""Setting an account up: with its name and the code that an administrator handed over, once."""

import hmac
from dataclasses import dataclass, field

from sqlalchemy import select

from hub.councils import Council
from hub.staff import accounts, codes, passwords, sessions, signing_in, waits
from hub.staff.rows import Account
from hub.staff.sealing import Sealing
from hub.staff.second_step import WrongCode
from hub.staff.viewer import Viewer
from hub.staff.waits import Counted
from hub.store import Database, Session

_FREE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUp:
    """Hold what somebody typed to set their account up, and from where."""

    name: str
    code: str = field(repr=False)
    password: str = field(repr=False)
    network: str
    browser: str


def set_up(database: Database, council: Council, told: SetUp, *, sealing: Sealing) -> str:
    """Set the first password, or a new one, and begin a session; give its token.

    The second step comes next.

    :raises MustWait: if too much was wrong lately.
    :raises WrongCode: if name and code do not belong together, or the code is old or was used.
    :raises PasswordTooShort, PasswordTooLong, PasswordEasilyGuessed: if it is not good enough.
    """
    name = accounts.plain_name(told.name)
    counted = Counted(sealing.hash_of("set up", name, told.network), _FREE)
    with database.session(council.id) as session:
        waits.count(session, [counted])
    with database.session(council.id) as session:
        _with_code(session, name, told.code)
        waits.forgive(session, wholly=[counted])
    with database.session(council.id) as session:
        account = _with_code(session, name, told.code)
        judge(account, council, told.password)
        viewer = Viewer.staff(session.council, account.id)
        accounts.set_password(session, viewer, account.id, password=told.password)
        return sessions.begin(
            session,
            viewer,
            whence=signing_in.whence(sealing, told.network),
            browser=told.browser,
        )


def judge(account: Account, council: Council, password: str) -> None:
    """Let pass a password that is good enough for this account.

    :raises PasswordTooShort, PasswordTooLong, PasswordEasilyGuessed: if it is not.
    """
    names = [council.name.to(language) for language in council.languages]
    passwords.judge(password, about=[account.name, account.shown, council.id, *names])


@dataclass(frozen=True, slots=True)
class Change:
    """Hold who changes their password, and both."""

    present: sessions.Present
    before: str = field(repr=False)
    password: str = field(repr=False)


def change(database: Database, told: Change, *, council: Council, sealing: Sealing) -> None:
    """Change somebody's own password, who knows the one before; their other sessions end.

    Somebody at a desk that was left open may not guess either: mistakes are counted.

    :raises MustWait: if too much was wrong lately.
    :raises WrongSignIn: if it is not the one before.
    :raises PasswordTooShort, PasswordTooLong, PasswordEasilyGuessed: if the new is not good enough.
    """
    present = told.present
    viewer = Viewer.staff(council.id, present.account_id)
    counted = Counted(sealing.hash_of("change", str(present.account_id)), _FREE)
    with database.session(council.id) as session:
        waits.count(session, [counted])
        kept = accounts.found(session, present.account_id).password
    if not passwords.matches(kept, told.before):
        raise signing_in.WrongSignIn
    with database.session(council.id) as session:
        waits.forgive(session, wholly=[counted])
    with database.session(council.id) as session:
        account = accounts.found(session, present.account_id)
        judge(account, council, told.password)
        accounts.set_password(
            session, viewer, account.id, password=told.password, keep=present.session_id
        )


def _with_code(session: Session, name: str, code: str) -> Account:
    wanted = select(Account).where(Account.name == name).with_for_update()
    account = session.sql.scalars(wanted).one_or_none()
    is_lasting = account is not None and (account.code_until or session.now()) > session.now()
    kept = (account.code_hash if account and is_lasting else None) or ""
    if not hmac.compare_digest(kept, codes.hash_of(code)) or account is None or account.disabled_at:
        raise WrongCode
    return account
