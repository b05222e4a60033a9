"""For whom it is asked: oneself (then nothing is said here), somebody else, or an organisation."""

from dataclasses import dataclass
from enum import StrEnum

from hub.catalogue.definition import Meaning, Question, Service
from hub.interview.interview import Interview
from hub.interview.outcome import meant
from hub.values import Text

_MYSELF = "me"
_DOUBTED = "other"
_OF_CONSENT = frozenset({Meaning.STANDS, Meaning.AGREED, Meaning.GROUND})


class Agreed(StrEnum):
    """Say whether the person agrees, as the one who asks for them told it."""

    AGREES = "agrees"
    CANNOT = "cannot"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class OnBehalf:
    """Hold whom somebody asks for: the name of a person, or of an organisation.

    `stands` is how the asker knows the person, `ground` why they may ask for one who cannot say so.
    """

    person: str = ""
    organisation: str = ""
    stands: str = ""
    agreed: Agreed | None = None
    ground: str = ""
    answers_person: bool = False

    @property
    def is_doubtful(self) -> bool:
        """Say whether somebody must first find out that the person agrees."""
        return self.agreed is Agreed.NOT_ASKED or self.ground == _DOUBTED


def on_behalf(interview: Interview) -> OnBehalf | None:
    """Give whom it is asked for; None if it is for the asker, or was not asked."""
    if _word(interview, Meaning.FOR_WHOM) in {"", _MYSELF}:
        return None
    organisation = _word(interview, Meaning.ORGANISATION)
    agreed = _word(interview, Meaning.AGREED)
    if not organisation and not agreed:
        return None  # a version that was kept before this was asked
    return OnBehalf(
        person=_word(interview, Meaning.PERSON),
        organisation=organisation,
        stands=_word(interview, Meaning.STANDS),
        agreed=Agreed(agreed) if agreed else None,
        ground=_word(interview, Meaning.GROUND),
        answers_person=_word(interview, Meaning.ANSWER_TO) == "person",
    )


def may_be_for_others(service: Service) -> bool:
    """Say whether a service may be asked for somebody else."""
    questions = (step for step in service.steps if isinstance(step, Question))
    return any(question.means is Meaning.AGREED for question in questions)


def consent_said(interview: Interview) -> tuple[tuple[Text, Text], ...]:
    """Give the questions about consent in their own words, each with the answer that was chosen."""
    return tuple(
        (asked.ask, option.say)
        for asked in interview.way.places.values()
        if isinstance(asked.question, Question) and asked.question.means in _OF_CONSENT
        for option in asked.question.options
        if option.id == asked.value
    )


def _word(interview: Interview, meaning: Meaning) -> str:
    said = meant(interview, meaning)
    return said if isinstance(said, str) else ""
