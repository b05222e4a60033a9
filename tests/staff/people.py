"""Staff for tests: accounts that are set up, and what they type."""

from dataclasses import dataclass
from uuid import UUID

import pyotp

from hub import staff
from hub.staff import Attempt, Sealing, SetUp, Viewer, second_step, sessions
from hub.store import Database
from hub.values import Duty, Role
from tests.builders.councils import a_council

COUNCIL = "aberwen"
SYSTEM = Viewer.system(COUNCIL)
SEALING = Sealing("a secret of forty characters, for a test")
PASSWORD = "plover-kettle-orchard"
OFFICER = Duty(Role.OFFICER, "waste-collections")
ADMINISTRATOR = Viewer.staff(COUNCIL, UUID(int=9), role=Role.ADMINISTRATOR)


@dataclass(frozen=True)
class Person:
    """Hold an account that is set up, and what its app knows."""

    id: UUID
    name: str
    secret: str
    recovery: tuple[str, ...]

    @property
    def viewer(self) -> Viewer:
        """Give them as the one who looks."""
        return Viewer.staff(COUNCIL, self.id)

    def code(self, database: Database, *, steps: int = 0) -> str:
        """Give what their app shows now, or so many half minutes later."""
        return pyotp.TOTP(self.secret).at(database.clock(), counter_offset=steps)


def added(database: Database, name: str = "ann", *duties: Duty) -> tuple[UUID, str]:
    """Add an account, and give its id and its code."""
    with database.session(COUNCIL) as session:
        return staff.add(session, SYSTEM, name=name, shown=name, duties=duties or (OFFICER,))


def set_up(database: Database, name: str, code: str, **told: str) -> str:
    """Set an account up, and give the token of its session."""
    typed = {"password": PASSWORD, "network": "10.0.0.1", "browser": "Firefox", **told}
    return staff.set_up(
        database, a_council(), SetUp(name=name, code=code, **typed), sealing=SEALING
    )


def a_person(database: Database, name: str = "ann", *duties: Duty) -> Person:
    """Add an account, set it up, and confirm its second step."""
    account_id, code = added(database, name, *duties)
    set_up(database, name, code)
    viewer = Viewer.staff(COUNCIL, account_id)
    with database.session(COUNCIL) as session:
        secret = second_step.begin(session, viewer, account_id, sealing=SEALING)
    now = pyotp.TOTP(secret).at(database.clock(), counter_offset=-1)
    recovery = second_step.confirm(database, viewer, account_id, code=now, sealing=SEALING)
    return Person(account_id, name, secret, recovery)


def sign_in(database: Database, name: str = "ann", password: str = PASSWORD, **told: str) -> str:
    """Try a name and a password, and give the token of the session."""
    network = told.get("network", "10.0.0.1")
    attempt = Attempt(name=name, password=password, network=network, browser="Firefox")
    return staff.sign_in(database, COUNCIL, attempt, sealing=SEALING)


def signed_in(database: Database, person: Person) -> str:
    """Sign in with both steps, and give the token of the session."""
    token = sign_in(database, person.name)
    with database.session(COUNCIL) as session:
        here = sessions.present(session, token, LASTING)
        return sessions.confirm(session, person.viewer, here.session_id)


LASTING = staff.Lasting(idle=sessions.HALFWAY * 2, longest=sessions.HALFWAY * 48, samples=False)
