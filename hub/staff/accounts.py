"""What is done to accounts: each needs a Viewer who may, and is history of that account.

History keeps who did what to which account by their ids; a name stands only in its erasable text.
"""

import re
from collections.abc import Collection
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select, update

from hub import history
from hub.errors import Refused
from hub.staff import codes, passwords
from hub.staff.rows import Account, DutyRow, RecoveryCode, SignedIn
from hub.staff.viewer import Viewer
from hub.store import UNSYNCED, Session
from hub.values import Duty, Role

_CODE_LASTS = timedelta(days=3)
_LONGEST = 100
_NAME = re.compile(r"[a-z0-9][a-z0-9.@_+'-]{1,98}[a-z0-9]")
# Control characters, which PostgreSQL does not take, and what makes a name read as what it is not.
_UNREADABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class UnknownAccount(Refused):
    """Say that the council has no such account."""

    key = "unknown_account"


class AccountExists(Refused):
    """Say that somebody has this name already."""

    key = "account_exists"


class NotAName(Refused):
    """Refuse what nobody could sign in with."""

    key = "not_a_name"


def add(
    session: Session, viewer: Viewer, *, name: str, shown: str, duties: Collection[Duty]
) -> tuple[UUID, str]:
    """Add an account, and give its id and the code with which its owner sets it up.

    :raises NotAllowed: if the viewer is no administrator.
    :raises NotAName: if nobody could sign in with it.
    :raises AccountExists: if somebody has it already.
    """
    viewer.demand_role(Role.ADMINISTRATOR)
    code = codes.draw(session.chance)
    account_id = write(
        session,
        viewer,
        {"name": _name(name), "shown": readable(shown) or _name(name), **_code(session, code)},
    )
    for duty in sorted(duties):
        grant(session, viewer, account_id, duty=duty)
    return account_id, code


def write(session: Session, viewer: Viewer, written: dict[str, Any]) -> UUID:
    """Write a new account, with nothing in the columns that are not said.

    :raises AccountExists: if somebody has its name already.
    """
    account_id = session.chance.uuid()
    row = {column.name: None for column in Account.__table__.columns} | {
        "council": session.council,
        "id": account_id,
        "is_sample": False,
        "created_at": session.now(),
        **written,
    }
    if not session.insert_once(Account, row):
        raise AccountExists
    history.open_chain(
        session,
        chain=account_id,
        kind="StaffAdded",
        actor=viewer.name,
        text={"name": row["name"], "shown": row["shown"]},
    )
    return account_id


def rename(session: Session, viewer: Viewer, account_id: UUID, *, shown: str) -> None:
    """Change what colleagues read; nothing but a name is one.

    :raises NotAllowed: if it is another's account, and the viewer no administrator.
    :raises UnknownAccount: if there is none.
    :raises NotAName: if nothing was written, or too much.
    """
    viewer.demand_own(account_id)
    account = found(session, account_id)
    plain = readable(shown)
    if not plain or len(shown.strip()) > _LONGEST:
        raise NotAName
    if plain != account.shown:
        account.shown = plain
        happened(session, viewer, account_id, kind="StaffRenamed", text={"shown": plain})


def grant(session: Session, viewer: Viewer, account_id: UUID, *, duty: Duty) -> None:
    """Give an account a role, for a team or for the whole council; given twice it is given once.

    :raises NotAllowed: if the viewer is no administrator.
    :raises UnknownAccount: if there is none.
    """
    viewer.demand_role(Role.ADMINISTRATOR)
    found(session, account_id)
    row = {"account_id": account_id, "role": duty.role.value, "team": duty.team}
    if session.insert_once(DutyRow, {"council": session.council, **row}):
        happened(session, viewer, account_id, kind="RoleGranted", duty=duty)


def revoke(session: Session, viewer: Viewer, account_id: UUID, *, duty: Duty) -> None:
    """Take a role from an account: from their next page on they do not have it.

    :raises NotAllowed: if the viewer is no administrator.
    :raises UnknownAccount: if there is none.
    """
    viewer.demand_role(Role.ADMINISTRATOR)
    found(session, account_id)
    own = (DutyRow.account_id == account_id, DutyRow.role == duty.role.value)
    gone = delete(DutyRow).where(*own, DutyRow.team == duty.team).returning(DutyRow.team)
    if session.sql.execute(gone, execution_options=UNSYNCED).all():
        happened(session, viewer, account_id, kind="RoleRevoked", duty=duty)


def disable(session: Session, viewer: Viewer, account_id: UUID) -> None:
    """Let nobody sign in with an account any more, and end where they are signed in.

    :raises NotAllowed: if the viewer is no administrator.
    :raises UnknownAccount: if there is none.
    """
    viewer.demand_role(Role.ADMINISTRATOR)
    account = found(session, account_id)
    if account.disabled_at is None:
        account.disabled_at = session.now()
        account.code_hash = account.code_until = None
        end_all(session, account_id)
        happened(session, viewer, account_id, kind="StaffDisabled")


def reset(session: Session, viewer: Viewer, account_id: UUID) -> str:
    """Begin an account anew: no password, no second step, nowhere signed in; give its new code.

    Who was disabled may sign in again once they have set it up. An account that is proved
    elsewhere gets no code (""): a password of ours would let somebody in who left there.

    :raises NotAllowed: if the viewer is no administrator.
    :raises UnknownAccount: if there is none.
    """
    viewer.demand_role(Role.ADMINISTRATOR)
    account = found(session, account_id)
    code = "" if account.issuer else codes.draw(session.chance)
    for name, value in {**_NOTHING, **(_code(session, code) if code else {})}.items():
        setattr(account, name, value)
    forget_recovery(session, account_id)
    end_all(session, account_id)
    happened(session, viewer, account_id, kind="StaffReset")
    return code


_NOTHING = dict.fromkeys(
    ("password", "secret", "secret_at", "last_step", "disabled_at", "code_hash", "code_until")
)


def set_password(
    session: Session, viewer: Viewer, account_id: UUID, *, password: str, keep: UUID | None = None
) -> None:
    """Change a password that was judged, and end every session but the one that is kept.

    :raises NotAllowed: if it is another's account, and the viewer no administrator.
    :raises UnknownAccount: if there is none.
    """
    viewer.demand_own(account_id)
    account = found(session, account_id)
    account.password = passwords.hash_of(password)
    account.code_hash = account.code_until = None
    end_all(session, account_id, keep=keep)
    happened(session, viewer, account_id, kind="PasswordSet")


def found(session: Session, account_id: UUID) -> Account:
    """Give an account that is about to be changed.

    :raises UnknownAccount: if there is none.
    """
    session.sql.flush()
    wanted = select(Account).where(Account.id == account_id).with_for_update()
    account = session.sql.scalars(wanted).one_or_none()
    if account is None:
        raise UnknownAccount
    return account


def happened(
    session: Session,
    viewer: Viewer,
    account_id: UUID,
    *,
    kind: str,
    duty: Duty | None = None,
    text: dict[str, Any] | None = None,
) -> None:
    """Write into the history of an account what was done to it, and by whom."""
    facts = {"role": duty.role.value, "team": duty.team} if duty else {}
    history.append(
        session, chain=account_id, kind=kind, actor=viewer.name, facts=facts, text=text or {}
    )


def end_all(session: Session, account_id: UUID, *, keep: UUID | None = None) -> None:
    """End where an account is signed in, but for one session."""
    own = update(SignedIn).where(SignedIn.account_id == account_id, SignedIn.ended_at.is_(None))
    others = own if keep is None else own.where(SignedIn.id != keep)
    session.sql.execute(others.values(ended_at=session.now()), execution_options=UNSYNCED)


def forget_recovery(session: Session, account_id: UUID) -> None:
    """Let no recovery code stand any more."""
    own = delete(RecoveryCode).where(RecoveryCode.account_id == account_id)
    session.sql.execute(own, execution_options=UNSYNCED)


def plain_name(name: str) -> str:
    """Give a name as it is kept, however it was typed."""
    return _UNREADABLE.sub("", name).strip().lower()


def readable(shown: str) -> str:
    """Give what colleagues read of a name, on one line; "" where nothing of it can be read."""
    return " ".join(_UNREADABLE.sub(" ", shown).split())[:_LONGEST].strip()


def _name(name: str) -> str:
    plain = plain_name(name)
    if not _NAME.fullmatch(plain):
        raise NotAName
    return plain


def _code(session: Session, code: str) -> dict[str, Any]:
    return {"code_hash": codes.hash_of(code), "code_until": session.now() + _CODE_LASTS}
