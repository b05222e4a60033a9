"""Signing in at the council's own provider: an account by its subject there, roles by its groups.

An address or a name that the provider tells is never what an account is found by: either may be
given to somebody else there. The second step is the provider's.
"""

from hashlib import sha256
from uuid import UUID

from sqlalchemy import select

from hub.councils import Council
from hub.errors import Refused
from hub.staff import accounts, sessions
from hub.staff.provider import Proved
from hub.staff.queries import duties_of
from hub.staff.rows import Account
from hub.staff.viewer import Viewer
from hub.store import Session
from hub.values import Duty


class NoRoleElsewhere(Refused):
    """Say that somebody is known at the council's own sign-in, and is in no group that we know."""

    key = "no_role_elsewhere"


def sign_in_proved(
    session: Session, council: Council, proved: Proved, *, whence: str, browser: str
) -> str:
    """Begin a session for somebody who was proved elsewhere, and give its token.

    Their roles are those of their groups, each time anew.

    :raises NoRoleElsewhere: if their groups have none, or their account was disabled here.
    """
    duties = {each.duty for each in council.staff_groups if each.group in proved.groups}
    system = Viewer.system(council.id)
    account = _account(session, proved)
    if account is not None and account.disabled_at is not None:
        raise NoRoleElsewhere
    if account is None and not duties:
        raise NoRoleElsewhere
    account_id = account.id if account else _add(session, system, proved)
    _agree(session, system, account_id, duties=duties)
    if not duties:
        accounts.end_all(session, account_id)
        return ""
    if account is not None and account.shown != _shown(proved):
        accounts.rename(session, system, account_id, shown=_shown(proved))
    viewer = Viewer.staff(council.id, account_id)
    return sessions.begin(session, viewer, whence=whence, browser=browser, confirmed=True)


def _account(session: Session, proved: Proved) -> Account | None:
    own = (Account.issuer == proved.issuer, Account.subject == proved.subject)
    return session.sql.scalars(select(Account).where(*own).with_for_update()).one_or_none()


def _add(session: Session, system: Viewer, proved: Proved) -> UUID:
    named = sha256(f"{proved.issuer} {proved.subject}".encode()).hexdigest()
    written = {
        "name": f"elsewhere-{named[:32]}",
        "shown": _shown(proved),
        "issuer": proved.issuer,
        "subject": proved.subject,
    }
    return accounts.write(session, system, written)


def _agree(session: Session, system: Viewer, account_id: UUID, *, duties: set[Duty]) -> None:
    held = set(duties_of(session, system, account_id))
    for duty in sorted(held - duties):
        accounts.revoke(session, system, account_id, duty=duty)
    for duty in sorted(duties - held):
        accounts.grant(session, system, account_id, duty=duty)


def _shown(proved: Proved) -> str:
    return accounts.readable(proved.shown) or "?"
