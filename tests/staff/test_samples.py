"""Sample staff: added once, however many processes start, and never in the place of somebody."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from sqlalchemy import select

from hub import staff
from hub.councils import SampleStaff
from hub.staff.rows import Account
from hub.store import Database
from hub.values import Duty, Role
from tests.builders.councils import a_council
from tests.staff.people import COUNCIL, PASSWORD, SYSTEM

MADE_UP = tuple(
    SampleStaff(f"{role}@x.example", f"Desk of {role}", (Duty(role),))
    for role in (Role.COUNTER, Role.POST_ROOM, Role.ADMINISTRATOR)
)


def test_processes_that_start_at_once_add_samples_once_and_all_of_them_start(
    database: Database,
) -> None:
    council = a_council(sample_staff=MADE_UP)
    begin = Barrier(3)

    def start(_: int) -> None:
        begin.wait(timeout=20)
        with database.session(COUNCIL) as session:
            staff.add_samples(session, SYSTEM, council, password=PASSWORD)

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(start, range(3)))

    with database.reading(COUNCIL) as session:
        names = list(session.sql.scalars(select(Account.name).where(Account.is_sample)))
    assert sorted(names) == sorted(sample.name for sample in council.sample_staff)


def test_the_name_of_somebody_real_is_no_sample(database: Database) -> None:
    council = a_council(sample_staff=MADE_UP)
    taken = council.sample_staff[0]
    with database.session(COUNCIL) as session:
        staff.add(session, SYSTEM, name=taken.name, shown="Somebody", duties=taken.duties)
        staff.add_samples(session, SYSTEM, council, password=PASSWORD)

    with database.reading(COUNCIL) as session:
        is_sample = select(Account.is_sample).where(Account.name == taken.name)
        assert session.sql.scalar(is_sample) is False
