"""Accounts of staff from a terminal: the first one is added here, and who is locked out is helped.

No password is ever typed here: each new account gets a code that its owner sets one with, once.
"""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass

import click

from hub import staff, store
from hub.councils import Council, Councils
from hub.settings import Settings
from hub.staff import AccountSeen, Viewer
from hub.store import Session
from hub.values import WHOLE_COUNCIL, Duty, Role, WrongValue

_SET_UP = "desk/set-up"


@dataclass(frozen=True, slots=True)
class _Here:
    """Hold the council whose accounts they are, and the session in which they are changed."""

    settings: Settings
    council: Council
    session: Session

    @property
    def viewer(self) -> Viewer:
        return Viewer.system(self.council.id)


@click.group("staff")
def staff_accounts() -> None:
    """Add, list, reset and disable the accounts of staff."""


def _whose(command: Callable[..., None]) -> Callable[..., None]:
    told = "Whose account it is. Default: the only council."
    return click.option("--council", "council_id", help=told)(command)


def _for_what(command: Callable[..., None]) -> Callable[..., None]:
    roles = click.Choice([role.value for role in Role])
    with_team = click.option("--team", default=WHOLE_COUNCIL, help="The team it is held for.")
    return click.option("--role", required=True, type=roles, help="What it is for.")(
        with_team(command)
    )


@staff_accounts.command()
@click.argument("name")
@click.option("--shown", default="", help="What colleagues read. Default: the name.")
@_for_what
@_whose
@click.pass_obj
def add(
    read: Settings, *, name: str, shown: str, role: str, team: str, council_id: str | None
) -> None:
    """Add the account NAME, and print the code with which its owner sets it up."""
    with _opened(read, council_id) as here:
        duty = _duty(here.council, role, team)
        _, code = staff.add(
            here.session, here.viewer, name=name, shown=shown or name, duties=[duty]
        )
    click.echo(f"{name} was added.")
    _hand_over(here, code)


@staff_accounts.command("list")
@_whose
@click.pass_obj
def list_accounts(read: Settings, *, council_id: str | None) -> None:
    """List every account, what it is for, and how it stands."""
    with _opened(read, council_id) as here:
        every = staff.every_account(here.session, here.viewer)
    for account in every:
        duties = ", ".join(" ".join(filter(None, (one.role, one.team))) for one in account.duties)
        click.echo(f"{account.name}: {duties or 'no role'} ({_standing(account, here)})")


@staff_accounts.command()
@click.argument("name")
@_for_what
@_whose
@click.pass_obj
def grant(read: Settings, *, name: str, role: str, team: str, council_id: str | None) -> None:
    """Give the account NAME a role more."""
    with _opened(read, council_id) as here:
        account_id = staff.account_named(here.session, here.viewer, name)
        duty = _duty(here.council, role, team)
        staff.grant(here.session, here.viewer, account_id, duty=duty)
    click.echo(f"{name} has it.")


@staff_accounts.command()
@click.argument("name")
@_for_what
@_whose
@click.pass_obj
def revoke(read: Settings, *, name: str, role: str, team: str, council_id: str | None) -> None:
    """Take a role from the account NAME: from their next page on they do not have it."""
    with _opened(read, council_id) as here:
        account_id = staff.account_named(here.session, here.viewer, name)
        duty = Duty(Role(role), team)
        staff.revoke(here.session, here.viewer, account_id, duty=duty)
    click.echo(f"{name} does not have it.")


@staff_accounts.command()
@click.argument("name")
@_whose
@click.pass_obj
def reset(read: Settings, *, name: str, council_id: str | None) -> None:
    """Begin the account NAME anew, and print the code with which its owner sets it up."""
    with _opened(read, council_id) as here:
        account_id = staff.account_named(here.session, here.viewer, name)
        code = staff.reset(here.session, here.viewer, account_id)
    if not code:
        click.echo(f"{name} signs in at the council's own provider, and may again.")
        return
    click.echo(f"{name} begins anew: the old password and second step are gone.")
    _hand_over(here, code)


@staff_accounts.command()
@click.argument("name")
@_whose
@click.pass_obj
def disable(read: Settings, *, name: str, council_id: str | None) -> None:
    """Let nobody sign in as NAME any more, and end where they are signed in."""
    with _opened(read, council_id) as here:
        account_id = staff.account_named(here.session, here.viewer, name)
        staff.disable(here.session, here.viewer, account_id)
    click.echo(f"{name} cannot sign in any more. `hub staff reset` lets them again.")


@contextmanager
def _opened(read: Settings, council_id: str | None) -> Iterator[_Here]:
    council = Councils.read(read.templates / "councils").only(council_id)
    with closing(store.open_database(read.database_url)) as database:
        database.check_version()
        with database.session(council.id) as session:
            yield _Here(read, council, session)


def _duty(council: Council, role: str, team: str) -> Duty:
    if team:
        council.team(team)
    try:
        return Duty(Role(role), team)
    except WrongValue as error:
        needs = Role(role).needs_team
        told = "needs a --team" if needs else "is held for the whole council: leave --team out"
        raise click.UsageError(f"The role {role} {told}.") from error


def _hand_over(here: _Here, code: str) -> None:
    click.echo("Hand this to them, and to nobody else. The code works once, for three days.")
    click.echo(f"  page: {here.settings.public_url}/{here.council.language}/{_SET_UP}")
    click.echo(f"  code: {code}")


def _standing(account: AccountSeen, here: _Here) -> str:
    if account.disabled_at:
        return "disabled"
    if account.is_sample:
        return "made up; refused" if here.settings.production else "made up, to try it out"
    if account.is_elsewhere:
        return "signs in at the council's own provider"
    if not account.has_password:
        return "to be set up"
    return "in use" if account.has_second_step else "no second step yet"
