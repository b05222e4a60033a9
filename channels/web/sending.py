"""The end of a request: the answers read over, the request sent, the reference shown."""

from http import HTTPStatus

from flask import Response

from channels.pages import again, forms, visit
from channels.pages.rendering import page
from channels.web import addresses, asking, following, knowing, questions, tokens
from channels.web.door import web
from channels.web.hand import Hand, in_sight, known_now, looked_for, service_of
from hub import bookings, cases, drafts, intake, interview
from hub.catalogue.definition import Meaning, Question
from hub.drafts import UnknownDraft
from hub.intake import Changed, Closed, Confirmation, Full, Joined, Missing, Receipt
from hub.interview import Another, Asked, Interview, Problem
from hub.people import Passport, Way
from hub.values import Text


@web.get(f"/<language:language>/report/<service>/{addresses.CHECK}")
def check(service: str) -> Response:
    """Read all answers back, each with a way to change it."""
    with in_sight(service) as hand:
        return read_over(hand)


def read_over(hand: Hand, *, status: int = HTTPStatus.OK, trouble: str = "") -> Response:
    """Show the answers, or ask what is still missing among them."""
    if not interview.is_complete(hand.asked):
        return addresses.onward(questions.next_address(hand.asked))
    last = interview.steps(hand.asked)[-1]
    return page(
        "check.html",
        status,
        mark=hand.mark,
        read=intake.reading_of(hand.asked),
        joins=hand.joins,
        nearby=addresses.own(hand.service.id, addresses.NEARBY),
        service=hand.service,
        trouble=trouble,
        lines=interview.read_back(hand.asked, hand.visit.house.words),
        changed=hand.asked.changed,
        adds=_adds(hand.asked),
        changes=lambda path: addresses.question(hand.service.id, path),
        fee=interview.fee(hand.asked),
        owed=owed_labels(hand.asked),
        dangers=interview.dangers(hand.asked),
        back=addresses.question(hand.service.id, last.path),
        save=addresses.own(hand.service.id, addresses.SAVE),
        delete=addresses.own(hand.service.id, addresses.DELETE),
    )


@web.get(f"/<language:language>/report/<service>/{addresses.SEND}")
def not_sent(service: str) -> Response:
    """Lead someone who reloads or shares the address of sending back to their answers."""
    return addresses.onward(addresses.own(service, addresses.CHECK))


@web.post(f"/<language:language>/report/<service>/{addresses.SEND}")
def send(service: str) -> Response:
    """Send the request; sent twice it is one request and shows the same reference."""
    token = tokens.of_page(service, forms.told(forms.DRAFT))
    submitted = _submitted(service, token)
    if not isinstance(submitted, Receipt | Joined):
        return _left_open(service, submitted)
    tokens.settle(service, token)
    if isinstance(submitted, Joined):
        knowing.remember(submitted.case_id, submitted.asker)
        return following.onward("joined.done")
    if not submitted.same_answers:
        return nothing_added(service, has_others=True)
    return addresses.onward(addresses.own(service, addresses.DONE))


def _left_open(service: str, why: Missing | Changed | Closed | Full) -> Response:
    """Lead on to what is to be done before it can be sent."""
    match why:
        case Missing(path):
            return addresses.onward(addresses.question(service, path))
        case Full(path):
            return _another_day(service, path)
        case Changed():
            return _read_again(service)
        case Closed():
            return _on_their_own(service)


@web.get(f"/<language:language>/report/<service>/{addresses.DONE}")
def done(service: str) -> Response:
    """Show the reference, the promise and what happens next; an open draft is left alone."""
    try:
        sent = _sent(service)
    except UnknownDraft:
        return addresses.onward(_instead_of_done(service))
    tokens.settle(service, sent.token)
    return _confirmed(sent)


def _instead_of_done(service: str) -> str:
    """Give where somebody goes on who opened no request here; perhaps they joined another."""
    if tokens.has_open(service):
        return addresses.own(service, addresses.GO_ON)
    return following.address() if tokens.kept(service) else addresses.start(service)


def nothing_added(service: str, *, has_others: bool = False) -> Response:
    """Show the reference of what was sent before, and what was typed since and not taken.

    `has_others` says that other answers than those were read over and sent.

    :raises UnknownDraft: if nothing was sent.
    """
    return page(
        "sent_before.html",
        HTTPStatus.CONFLICT,
        service=service_of(service),
        reference=_sent(service).case.reference,
        kept=again.words_typed(),
        has_others=has_others,
        done=addresses.own(service, addresses.DONE),
    )


def owed_labels(asked: Interview) -> list[Text]:
    """Give the labels of what is to follow later."""
    return [interview.step(asked, path).short for path in interview.owed(asked)]


def _submitted(service: str, token: str) -> Receipt | Joined | Missing | Changed | Closed | Full:
    here, definition = visit(), service_of(service)
    with here.session() as session:
        draft = looked_for(service, token, lambda: drafts.take(session, token))
        before = drafts.older(session, draft, definition)
        asked = drafts.interview_of(draft, definition, asked_on=here.today, before=before)
        return intake.submit_draft(
            session,
            here.viewer,
            draft,
            asked=known_now(session, asked),
            council=here.council,
            received_at=session.now(),
            read=forms.told(forms.READ),
        )


def _read_again(service: str) -> Response:
    trouble = visit().say("trouble.changed")
    with in_sight(service) as hand:
        return read_over(hand, status=HTTPStatus.CONFLICT, trouble=trouble)


def _another_day(service: str, path: str) -> Response:
    """Ask for another day, as somebody else took the last place; every other answer is there."""
    with in_sight(service) as hand:
        response = asking.ask_again(hand, Problem(path, "day_gone", values={}), {})
    response.status_code = HTTPStatus.CONFLICT
    return response


def _on_their_own(service: str) -> Response:
    """Say that a request can no longer be joined, and go on with one of their own."""
    trouble = visit().say("nearby.gone")
    with in_sight(service) as hand:
        following = interview.next_step(hand.asked)
        if following is None:
            return read_over(hand, status=HTTPStatus.CONFLICT, trouble=trouble)
        response = asking.ask(hand, following.path, trouble=trouble)
    response.status_code = HTTPStatus.CONFLICT
    return response


def _sent(service: str) -> Confirmation:
    here = visit()
    with here.session() as session:  # that they looked is history
        return intake.confirmation(session, tokens.kept(service), council=here.council)


def _confirmed(sent: Confirmation) -> Response:
    here, asked = visit(), sent.asked
    fee, passport = sent.case.fee_pence, Passport.of(asked)
    return page(
        "done.html",
        service=asked.service,
        sent=sent.case,
        answer_by=here.day(sent.case.answer_by),
        way=_kept_for(sent, passport.way),
        on_behalf=_on_behalf(sent),
        booked=bookings.booked_day(asked, here.house.words),
        how_we_answer=_how_we_answer(passport),
        owed=owed_labels(asked),
        files=len(interview.documents(interview.applicable(asked))),
        fee=here.money(fee) if fee else "",
        ways_to_pay=interview.ways_to_pay(asked.service, here.council, here.house.words),
        dangers=interview.dangers(asked),
        delete=addresses.own(asked.service.id, addresses.DELETE),
    )


def _on_behalf(sent: Confirmation) -> list[str]:
    """Say for whom it is, and that our answer goes to that person if it does."""
    here, behalf = visit(), sent.behalf
    if behalf is None:
        return []
    lines = [here.to(cases.say_behalf(behalf, here.house.words, to=behalf.asker_id))]
    if behalf.answered_id != behalf.asker_id:
        lines.append(here.say("answered_by.person", whom=behalf.whom))
    return lines


def _kept_for(sent: Confirmation, way: Way) -> str:
    """Name what opens the request again beside its reference."""
    behalf = sent.behalf
    if behalf is None or behalf.answered_id == behalf.asker_id:
        return _key_of(way)
    return "phone" if interview.meant(sent.asked, Meaning.OWN_PHONE) else "nothing"


def _how_we_answer(passport: Passport) -> str:
    if passport.way is Way.LETTER:
        return visit().say(f"answered_by.letter.{passport.print}")
    counter = visit().council.address.one_line()
    return visit().say(f"answered_by.{_key_of(passport.way)}", counter=counter)


def _key_of(way: Way) -> str:
    return way.value.replace("-", "")


def _adds(asked: Interview) -> list[Asked]:
    """Give, for each group, the last question whether there is one more."""
    last = {
        step.group: step
        for step in interview.steps(asked)
        if isinstance(step.question, Another) and isinstance(step.question, Question)
    }
    return list(last.values())
