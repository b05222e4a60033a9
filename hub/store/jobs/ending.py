"""How a job ends: done with its consequence in one commit, put off, failed, or held."""

from datetime import timedelta

from sqlalchemy import update

from hub.store.columns import database_now
from hub.store.errors import LeaseLost
from hub.store.jobs.claiming import Claimed
from hub.store.jobs.rows import STRIKES, Job, State
from hub.store.session import UNSYNCED, Session

_FIRST_WAIT = 2
_LONGEST_WAIT = 300
_LONGEST_REASON = 200


def done(session: Session, job: Claimed) -> None:
    """Write down that the job is done, in the same commit as what it did.

    A recurring job is open again, and due when its time comes round.

    :raises LeaseLost: if another worker has it now; then nothing of this one's work is kept
    """
    if job.every is None:
        _end(session, job, state=State.DONE.value, leased_until=None)
    else:
        then = session.now() + timedelta(seconds=job.every)
        _open_again(session, job, due_at=then, put_off=job.attempt, leased_until=None)


def put_off(session: Session, job: Claimed) -> None:
    """Let the job wait, longer each time, because the world was at fault; it is no strike.

    :raises LeaseLost: if another worker has it now
    """
    _open_again(session, job, put_off=Job.put_off + 1, leased_until=_wait(job))


def fail(session: Session, job: Claimed, reason: str) -> None:
    """Count the attempt as a strike; after the third the job is held for a person.

    The reason is an error's name or key, and holds nothing personal.

    :raises LeaseLost: if another worker has it now
    """
    if job.strikes >= STRIKES and job.every is None:
        hold(session, job, reason)
    else:
        last = reason[:_LONGEST_REASON] if job.strikes >= STRIKES else None
        _open_again(session, job, leased_until=_wait(job), held_reason=last)


def hold(session: Session, job: Claimed, reason: str) -> None:
    """Hold the job for a person, with the reason.

    :raises LeaseLost: if another worker has it now
    """
    _end(
        session,
        job,
        state=State.HELD.value,
        leased_until=None,
        held_reason=reason[:_LONGEST_REASON],
    )


def _wait(job: Claimed) -> database_now:
    return database_now(job.every or min(_FIRST_WAIT**job.attempt, _LONGEST_WAIT))


def _open_again(session: Session, job: Claimed, **changed: object) -> None:
    _end(session, job, **{"held_reason": None, "published_at": None, **changed})


def _end(session: Session, job: Claimed, **changed: object) -> None:
    ours = update(Job).where(
        Job.id == job.id, Job.attempts == job.attempt, Job.state == State.OPEN.value
    )
    ended = ours.values(**changed).returning(Job.id)
    if session.sql.execute(ended, execution_options=UNSYNCED).first() is None:
        raise LeaseLost
