"""The end of a request: the answers read over, the request sent, the reference shown."""

from dataclasses import dataclass
from datetime import date

from flask import Response

from channels.pages import visit
from channels.pages.rendering import page
from channels.web import addresses, questions, tokens
from channels.web.door import web
from channels.web.hand import Hand, in_sight, service_of
from hub import cases, catalogue, drafts, intake, interview
from hub.cases import CaseSeen
from hub.catalogue.definition import Question
from hub.drafts import Draft, UnknownDraft
from hub.intake import Missing, Receipt
from hub.interview import Another, Asked, Interview
from hub.people import Passport
from hub.staff import Viewer
from hub.store import Session
from hub.values import Text


@web.get(f"/<language:language>/report/<service>/{addresses.CHECK}")
def check(service: str) -> Response:
    """Read all answers back, each with a way to change it."""
    with in_sight(service) as hand:
        return read_over(hand)


def read_over(hand: Hand, *, status: int = 200, trouble: str = "") -> Response:
    """Show the answers, or ask what is still missing among them."""
    if not interview.is_complete(hand.asked):
        return addresses.onward(questions.next_address(hand.asked))
    last = interview.steps(hand.asked)[-1]
    return page(
        "check.html",
        status,
        service=hand.service,
        trouble=trouble,
        lines=interview.read_back(hand.asked, hand.visit.house.words),
        adds=_adds(hand.asked),
        changes=lambda path: addresses.question(hand.service.id, path),
        fee=interview.fee(hand.asked),
        owed=owed_labels(hand.asked),
        dangers=interview.dangers(hand.asked),
        back=addresses.question(hand.service.id, last.path),
    )


@web.get(f"/<language:language>/report/<service>/{addresses.SEND}")
def not_sent(service: str) -> Response:
    """Lead someone who reloads or shares the address of sending back to their answers."""
    return addresses.onward(addresses.own(service, addresses.CHECK))


@web.post(f"/<language:language>/report/<service>/{addresses.SEND}")
def send(service: str) -> Response:
    """Send the request; sent twice it is one request and shows the same reference."""
    here = visit()
    definition = service_of(service)
    with here.session() as session:
        draft = drafts.take(session, tokens.token_of(service))
        receipt = intake.submit_draft(
            session,
            here.viewer,
            draft,
            asked=drafts.interview_of(draft, definition, asked_on=here.today),
            council=here.council,
            received_at=session.now(),
        )
    return addresses.onward(_after(service, receipt))


@web.get(f"/<language:language>/report/<service>/{addresses.DONE}")
def done(service: str) -> Response:
    """Show the reference, the promise and what happens next."""
    with visit().session() as session:  # that they looked is history
        confirmed = confirmation(session, drafts.find(session, tokens.token_of(service)))
    tokens.settle(service)
    return confirmed


def confirmation(session: Session, draft: Draft) -> Response:
    """Show a draft's case to the one who sent it.

    :raises UnknownDraft: if it was not sent.
    """
    sent = _sent(session, draft)
    here, asked = visit(), sent.asked
    fee = sent.case.fee_pence
    return page(
        "done.html",
        service=asked.service,
        sent=sent.case,
        answer_by=here.day(sent.case.answer_by),
        how_we_answer=_how_we_answer(Passport.of(asked)),
        owed=owed_labels(asked),
        fee=here.money(fee) if fee else "",
        dangers=interview.dangers(asked),
    )


def owed_labels(asked: Interview) -> list[Text]:
    """Give the labels of what is to follow later."""
    return [interview.step(asked, path).short for path in interview.owed(asked)]


@dataclass(frozen=True, slots=True)
class _Sent:
    case: CaseSeen
    asked: Interview


def _sent(session: Session, draft: Draft) -> _Sent:
    if draft.case_id is None:
        raise UnknownDraft
    here = visit()
    own = Viewer.resident(here.council.id, draft.case_id)
    case = cases.read(session, own, draft.case_id)
    service = catalogue.of_version(session, case.version)
    answers = cases.answers_of(session, own, draft.case_id)
    asked_on: date = here.local_day(case.asked_at)
    return _Sent(case, interview.begin(service, asked_on).having(answers))


def _after(service: str, receipt: Receipt | Missing) -> str:
    if isinstance(receipt, Missing):
        return addresses.question(service, receipt.path)
    return addresses.own(service, addresses.DONE)


def _how_we_answer(passport: Passport) -> str:
    key = passport.way.value.replace("-", "")
    return visit().say(f"answered_by.{key}", size=passport.size)


def _adds(asked: Interview) -> list[Asked]:
    """Give, for each group, the last question whether there is one more."""
    last = {
        step.group: step
        for step in interview.steps(asked)
        if isinstance(step.question, Another) and isinstance(step.question, Question)
    }
    return list(last.values())
