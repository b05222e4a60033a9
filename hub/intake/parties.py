"""Who asks, for whom, and who is answered: written down as a case is opened."""

from dataclasses import dataclass
from uuid import UUID

from hub import interview, people
from hub.cases import Parties
from hub.catalogue.definition import Meaning
from hub.intake.submission import Submission
from hub.interview import Interview, OnBehalf
from hub.people import Consented, Passport, Way
from hub.staff import Viewer
from hub.store import Session
from hub.values import PhoneNumber


@dataclass(frozen=True, slots=True)
class People:
    """Hold the id, name and passport of the one who is answered, and the parties if there are two.

    `consented` is what was told of the consent of a person whom another asks for.
    """

    answered: tuple[UUID, str, Passport]
    parties: Parties | None = None
    consented: Consented | None = None


def write_down(session: Session, viewer: Viewer, submission: Submission) -> People:
    """Write down who asks, and for whom if that is another."""
    told = interview.on_behalf(submission.asked)
    if told is None:
        return People(_add_answered(session, viewer, submission.asked, name_of(submission.asked)))
    if not told.answers_person:
        answered = _add_answered(session, viewer, submission.asked, name_of(submission.asked))
        person_id = told.person and people.add(session, viewer, name=told.person, passport=None)
        return _people(submission, told, answered, asker=answered[:2], person_id=person_id or None)
    answered = _add_answered(session, viewer, submission.asked, told.person)
    asker = _add_asker(session, viewer, submission.asked)
    return _people(submission, told, answered, asker=asker, person_id=answered[0])


def name_of(asked: Interview) -> str:
    """Give the name of the one who asks."""
    name = interview.meant(asked, Meaning.NAME)
    return name if isinstance(name, str) else ""


def _add_answered(
    session: Session, viewer: Viewer, asked: Interview, name: str
) -> tuple[UUID, str, Passport]:
    passport = Passport.of(asked)
    return people.add(session, viewer, name=name, passport=passport), name, passport


def _add_asker(session: Session, viewer: Viewer, asked: Interview) -> tuple[UUID, str]:
    """Write down an asker who is not answered: they are known again by their own phone alone."""
    phone, name = interview.meant(asked, Meaning.OWN_PHONE), name_of(asked)
    mobile = PhoneNumber(phone) if isinstance(phone, str) else None
    passport = Passport(way=Way.LETTER, mobile=mobile)
    return people.add(session, viewer, name=name, passport=passport), name


def _people(
    submission: Submission,
    told: OnBehalf,
    answered: tuple[UUID, str, Passport],
    *,
    asker: tuple[UUID, str],
    person_id: UUID | None,
) -> People:
    parties = Parties(
        asker=asker,
        answered_id=answered[0],
        person_id=person_id,
        organisation=told.organisation or None,
        is_doubtful=told.is_doubtful,
    )
    if person_id is None:
        return People(answered, parties)
    consented = Consented(
        asker_id=asker[0], person_id=person_id, told=told, words=_words(submission)
    )
    return People(answered, parties, consented)


def _words(submission: Submission) -> str:
    said = interview.consent_said(submission.asked)
    language = submission.language
    return "\n".join(f"{ask.to(language)} {answer.to(language)}" for ask, answer in said)
