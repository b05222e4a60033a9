"""What is asked about accounts."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from hub.councils import Council
from hub.staff.accounts import UnknownAccount, plain_name
from hub.staff.rows import Account, DutyRow
from hub.staff.viewer import Viewer
from hub.store import Session
from hub.values import WHOLE_COUNCIL, Duty, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountSeen:
    """Hold what an administrator sees of an account."""

    id: UUID
    name: str
    shown: str
    duties: tuple[Duty, ...]
    has_password: bool
    has_second_step: bool
    is_sample: bool
    is_elsewhere: bool
    code_until: datetime | None
    disabled_at: datetime | None


def every_account(session: Session, viewer: Viewer) -> tuple[AccountSeen, ...]:
    """Give every account of the council, by name.

    :raises NotAllowed: if the viewer is no administrator.
    """
    viewer.demand_role(Role.ADMINISTRATOR)
    rows = session.sql.scalars(select(Account).order_by(Account.name)).all()
    held: dict[UUID, list[Duty]] = {}
    for row in session.sql.scalars(select(DutyRow)):
        held.setdefault(row.account_id, []).append(Duty(Role(row.role), row.team))
    return tuple(_seen(row, sorted(held.get(row.id, ()))) for row in rows)


def account_named(session: Session, viewer: Viewer, name: str) -> UUID:
    """Give the id of the account with this name.

    :raises NotAllowed: if the viewer is no administrator.
    :raises UnknownAccount: if there is none.
    """
    viewer.demand_role(Role.ADMINISTRATOR)
    found = session.sql.scalar(select(Account.id).where(Account.name == plain_name(name)))
    if found is None:
        raise UnknownAccount
    return found


def duties_of(session: Session, viewer: Viewer, account_id: UUID) -> tuple[Duty, ...]:
    """Give what an account is for.

    :raises NotAllowed: if it is another's account, and the viewer no administrator.
    """
    viewer.demand_own(account_id)
    rows = session.sql.scalars(select(DutyRow).where(DutyRow.account_id == account_id))
    return tuple(sorted(Duty(Role(row.role), row.team) for row in rows))


def teams_of(duty: Duty, council: Council) -> Collection[str]:
    """Give the teams whose cases a duty reaches.

    A sensitive team's are reached by its own duties alone, never by one for the whole council; and
    a team that the council no longer has is reached by nobody.
    """
    if duty.team != WHOLE_COUNCIL:
        return [team.id for team in council.teams if team.id == duty.team]
    if duty.role is Role.SUPERVISOR:
        return [team.id for team in council.teams if not team.sensitive]
    return ()


def _seen(row: Account, duties: Collection[Duty]) -> AccountSeen:
    return AccountSeen(
        id=row.id,
        name=row.name,
        shown=row.shown,
        duties=tuple(duties),
        has_password=row.password is not None,
        has_second_step=row.secret_at is not None,
        is_sample=row.is_sample,
        is_elsewhere=row.issuer is not None,
        code_until=row.code_until,
        disabled_at=row.disabled_at,
    )
