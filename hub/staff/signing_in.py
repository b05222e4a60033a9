"""Signing in with a name and a password: the same words and the same time for every mistake.

Three things are counted: the name from this network, the network, and the name from anywhere. The
last not where the account has signed in before: there strangers elsewhere hold up nobody. And in a
browser that knows the name from before, nothing but the name in this browser: so not even a
stranger on the same network can keep its owner waiting.
"""

from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import select

from hub.errors import Refused
from hub.staff import passwords, sessions, waits
from hub.staff.accounts import plain_name
from hub.staff.rows import Account, SignedIn
from hub.staff.sealing import Sealing
from hub.staff.viewer import Viewer
from hub.staff.waits import Counted
from hub.store import Database, Session

_BY_NAME_HERE, _BY_NETWORK, _BY_NAME = 5, 30, 20


class WrongSignIn(Refused):
    """Say that the name or the password is wrong, and not which."""

    key = "wrong_sign_in"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """Hold what somebody typed, and from where; `network` is no more than is counted.

    `known` names a browser in which this very name was signed in before; "" where it was not.
    """

    name: str
    password: str = field(repr=False)
    network: str
    browser: str
    known: str = ""
    samples: bool = False


@dataclass(frozen=True, slots=True)
class _Credentials:
    account_id: UUID | None = None
    kept: str | None = field(default=None, repr=False)
    is_sample: bool = False


def sign_in(database: Database, council: str, attempt: Attempt, *, sealing: Sealing) -> str:
    """Begin a session for whoever knows a name and its password, and give its token.

    It counts after the second step. The password is tried between two transactions: it takes as
    long as fifty others, and nobody shall wait for it.

    :raises MustWait: if too much was wrong lately.
    :raises WrongSignIn: if the name or the password is.
    """
    with database.session(council) as session:
        credentials = _credentials(session, attempt)
        counted = _counted(session, sealing, attempt, credentials)
        waits.count(session, counted)
    if not passwords.matches(credentials.kept, attempt.password) or not credentials.account_id:
        raise WrongSignIn
    with database.session(council) as session:
        own = [one for one in counted if one.free != _BY_NETWORK]
        waits.forgive(session, wholly=own, once=[one for one in counted if one.free == _BY_NETWORK])
        return _begin(session, sealing, attempt, credentials)


def whence(sealing: Sealing, network: str) -> str:
    """Give what is kept of a network: enough to know it again, not to say which it is."""
    return sealing.hash_of("network", network)


def _credentials(session: Session, attempt: Attempt) -> _Credentials:
    wanted = select(Account).where(Account.name == plain_name(attempt.name))
    account = session.sql.scalars(wanted).one_or_none()
    if account is None or account.disabled_at or (account.is_sample and not attempt.samples):
        return _Credentials()
    return _Credentials(account.id, account.password, account.is_sample)


def _counted(
    session: Session, sealing: Sealing, attempt: Attempt, credentials: _Credentials
) -> list[Counted]:
    name, network = plain_name(attempt.name), attempt.network
    if attempt.known:
        return [Counted(sealing.hash_of("name in", name, attempt.known), _BY_NAME_HERE)]
    counted = [
        Counted(sealing.hash_of("name here", name, network), _BY_NAME_HERE),
        Counted(sealing.hash_of("network", network), _BY_NETWORK),
    ]
    if not _was_here(session, credentials.account_id, whence(sealing, network)):
        counted.append(Counted(sealing.hash_of("name", name), _BY_NAME))
    return counted


def _was_here(session: Session, account_id: UUID | None, network: str) -> bool:
    before = select(SignedIn.id).where(
        SignedIn.account_id == account_id,
        SignedIn.whence == network,
        SignedIn.confirmed_at.is_not(None),
    )
    return session.sql.scalar(before.limit(1)) is not None


def _begin(session: Session, sealing: Sealing, attempt: Attempt, credentials: _Credentials) -> str:
    account = session.sql.get(Account, (session.council, credentials.account_id))
    if account is None or account.password != credentials.kept:
        raise WrongSignIn  # it was changed while this was tried
    if account.password and passwords.is_old(account.password):
        account.password = passwords.hash_of(attempt.password)
    viewer = Viewer.staff(session.council, account.id)
    return sessions.begin(
        session,
        viewer,
        whence=whence(sealing, attempt.network),
        browser=attempt.browser,
        confirmed=account.is_sample,
    )
