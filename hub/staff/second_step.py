"""The second step: six digits from an app (TOTP, RFC 6238), or a recovery code where it is lost.

The secret is kept sealed. A code counts in its own half minute and the one before and after, as
clocks drift (RFC 6238, 5.2), and never twice (5.2 too). Guesses are counted as wrong passwords are.
"""

import base64
import hmac
from datetime import UTC, datetime
from uuid import UUID

import pyotp
from sqlalchemy import func, select, update

from hub.errors import Refused
from hub.staff import accounts, codes, waits
from hub.staff.rows import Account, RecoveryCode
from hub.staff.sealing import Sealing
from hub.staff.viewer import Viewer
from hub.staff.waits import Counted
from hub.store import UNSYNCED, Database, Session

RECOVERY_CODES = 10
_FREE = 5
_DRIFT = (-1, 0, 1)
_BYTES = 20  # as RFC 4226, 4, recommends


class WrongCode(Refused):
    """Say that a code is wrong, too old, or was used before."""

    key = "wrong_code"


class SecondStepSet(Refused):
    """Say that the second step is set up already."""

    key = "second_step_set"


def begin(session: Session, viewer: Viewer, account_id: UUID, *, sealing: Sealing) -> str:
    """Give the secret that is to be typed into an app; it is the same until it is confirmed.

    :raises NotAllowed: if it is another's account.
    :raises SecondStepSet: if one was confirmed before.
    """
    account = _own(session, viewer, account_id)
    if account.secret_at is not None:
        raise SecondStepSet
    if account.secret is None:
        drawn = (session.chance.salt() + session.chance.salt())[:_BYTES]
        nonce = session.chance.salt()
        account.secret = sealing.seal(drawn, about=_about(account), nonce=nonce)
    return _shown(account, sealing)


def address(secret: str, *, account: str, issuer: str) -> str:
    """Give what an app reads from a picture: the secret, and for whom it is."""
    return pyotp.TOTP(secret).provisioning_uri(name=account, issuer_name=issuer)


def confirm(
    database: Database, viewer: Viewer, account_id: UUID, *, code: str, sealing: Sealing
) -> tuple[str, ...]:
    """Let the second step count once a code shows that the app has it; give the recovery codes.

    :raises NotAllowed: if it is another's account.
    :raises MustWait: if too much was wrong lately.
    :raises WrongCode: if it is.
    """
    counted = _count(database, viewer, account_id, sealing)
    with database.session(viewer.council) as session:
        account = _own(session, viewer, account_id)
        if account.secret_at is not None:
            raise SecondStepSet
        _use(session, account, code, sealing)
        account.secret_at = session.now()
        waits.forgive(session, wholly=[counted])
        accounts.happened(session, viewer, account_id, kind="SecondStepSet")
        return _new_recovery(session, account_id)


def check(
    database: Database, viewer: Viewer, account_id: UUID, *, code: str, sealing: Sealing
) -> None:
    """Let pass a code that is right now, and was not used.

    :raises NotAllowed: if it is another's account.
    :raises MustWait: if too much was wrong lately.
    :raises WrongCode: if it is.
    """
    counted = _count(database, viewer, account_id, sealing)
    with database.session(viewer.council) as session:
        account = _own(session, viewer, account_id)
        if account.secret_at is None:
            raise WrongCode
        _use(session, account, code, sealing)
        waits.forgive(session, wholly=[counted])


def recover(
    database: Database, viewer: Viewer, account_id: UUID, *, code: str, sealing: Sealing
) -> int:
    """Let a recovery code stand for the second step, once; give how many are left.

    :raises NotAllowed: if it is another's account.
    :raises MustWait: if too much was wrong lately.
    :raises WrongCode: if it is none, or was used.
    """
    counted = _count(database, viewer, account_id, sealing)
    with database.session(viewer.council) as session:
        _own(session, viewer, account_id)
        mine = (RecoveryCode.account_id == account_id, RecoveryCode.used_at.is_(None))
        used = update(RecoveryCode).where(*mine, RecoveryCode.hash == codes.hash_of(code))
        told = used.values(used_at=session.now()).returning(RecoveryCode.hash)
        if not session.sql.execute(told, execution_options=UNSYNCED).all():
            raise WrongCode
        waits.forgive(session, wholly=[counted])
        accounts.happened(session, viewer, account_id, kind="RecoveryCodeUsed")
        left = session.sql.scalar(select(func.count()).select_from(RecoveryCode).where(*mine))
        return left or 0


def renew_recovery(session: Session, viewer: Viewer, account_id: UUID) -> tuple[str, ...]:
    """Draw new recovery codes; the old ones stand for nothing any more.

    :raises NotAllowed: if it is another's account.
    """
    _own(session, viewer, account_id)
    accounts.happened(session, viewer, account_id, kind="RecoveryCodesDrawn")
    return _new_recovery(session, account_id)


def _own(session: Session, viewer: Viewer, account_id: UUID) -> Account:
    if viewer.staff_id != account_id:
        viewer.demand_role()
    return accounts.found(session, account_id)


def _count(database: Database, viewer: Viewer, account_id: UUID, sealing: Sealing) -> Counted:
    counted = Counted(sealing.hash_of("second step", str(account_id)), _FREE)
    with database.session(viewer.council) as session:
        waits.count(session, [counted])
    return counted


def _use(session: Session, account: Account, code: str, sealing: Sealing) -> None:
    """Take the code's time step, which no code may have had before."""
    totp = pyotp.TOTP(_shown(account, sealing))
    now = totp.timecode(_utc(session.now()))
    typed = "".join(code[:40].split()).encode("utf-8", "replace")
    fitting = [
        now + drift
        for drift in _DRIFT
        if hmac.compare_digest(totp.generate_otp(now + drift).encode(), typed)
    ]
    unused = [step for step in fitting if step > (account.last_step or 0)]
    if not unused:
        raise WrongCode
    account.last_step = max(unused)


def _new_recovery(session: Session, account_id: UUID) -> tuple[str, ...]:
    accounts.forget_recovery(session, account_id)
    drawn = tuple(codes.draw(session.chance) for _ in range(RECOVERY_CODES))
    own = {"council": session.council, "account_id": account_id, "used_at": None}
    session.insert(RecoveryCode, *({**own, "hash": codes.hash_of(code)} for code in drawn))
    return drawn


def _shown(account: Account, sealing: Sealing) -> str:
    secret = sealing.open(account.secret or b"", about=_about(account))
    return base64.b32encode(secret).decode()


def _about(account: Account) -> str:
    return f"{account.council} {account.id}"


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)
