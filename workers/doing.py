"""What each job does: one call into the hub, and no more.

Whatever a job does may be done twice and must then have happened once; the hub sees to that.
"""

from hub import (
    deadlines,
    letters,
    messages,
    permits,
    routing,
    saved,
)
from hub.letters import LetterKind, Press, PrintedLetter
from hub.messages import Delivery, Email, MessageKind, TextDelivery, TextMessage
from workers.outside import Errand, Outside


def route_case(errand: Errand) -> None:
    """Give a new case to the team that answers it."""
    routing.route(errand.session, errand.viewer, errand.subject, council=errand.council)


def acknowledge(errand: Errand) -> None:
    """Have a new case acknowledged in the way its asker can use."""
    messages.acknowledge(errand.session, errand.viewer, errand.subject, council=errand.council)


def acknowledge_joiner(errand: Errand) -> None:
    """Have it acknowledged to somebody that they were added to a case."""
    messages.acknowledge_joiner(
        errand.session, errand.viewer, errand.subject, council=errand.council
    )


def watch_deadline(errand: Errand) -> None:
    """Set the moment at which the team is warned of the promised day."""
    deadlines.watch(errand.session, errand.viewer, errand.subject, council=errand.council)


def warn_team(errand: Errand) -> None:
    """Look again whether a case was answered, now that its promised day is near."""
    deadlines.warn(errand.session, errand.viewer, errand.subject)


def tell_team(errand: Errand) -> None:
    """Tell a team that one of its cases is near its promised day."""
    messages.tell_team(errand.session, errand.viewer, errand.subject, council=errand.council)


def tell_team_more(errand: Errand) -> None:
    """Tell a team that somebody added something to one of its cases."""
    messages.tell_team_more(errand.session, errand.viewer, errand.subject, council=errand.council)


def tell_team_waiting(errand: Errand) -> None:
    """Tell a team that somebody still waits for an answer."""
    messages.tell_team_waiting(
        errand.session, errand.viewer, errand.subject, council=errand.council
    )


def tell_team_check(errand: Errand) -> None:
    """Tell a team that a person must be asked whether they agree."""
    messages.tell_team_check(errand.session, errand.viewer, errand.subject, council=errand.council)


def compose_email(errand: Errand) -> Email | None:
    """Compose an e-mail that is still to go."""
    return messages.email_wanted(
        errand.session,
        errand.viewer,
        errand.subject,
        council=errand.council,
        words=errand.outside.words,
        public_url=errand.outside.settings.public_url,
    )


def carry_email(outside: Outside, email: Email) -> Delivery:
    """Hand an e-mail to the mail server."""
    return messages.deliver(email, outside.mail)


def settle_email(errand: Errand, delivery: Delivery) -> None:
    """Write down how an e-mail ended."""
    messages.settle_email(errand.session, errand.viewer, errand.subject, delivery=delivery)


def compose_text(errand: Errand) -> TextMessage | None:
    """Compose a text that is still to go."""
    return messages.text_wanted(
        errand.session,
        errand.viewer,
        errand.subject,
        council=errand.council,
        words=errand.outside.words,
    )


def carry_text(outside: Outside, text: TextMessage) -> TextDelivery:
    """Hand a text to the carrier."""
    return messages.deliver_text(text, outside.texts)


def settle_text(errand: Errand, delivery: TextDelivery) -> None:
    """Write down how a text was handed over."""
    messages.settle_text(errand.session, errand.viewer, errand.subject, delivery=delivery)


def turn_message(errand: Errand) -> None:
    """Turn a message that failed to another way."""
    messages.turn(errand.session, errand.viewer, errand.subject, council=errand.council)


def write_letter(errand: Errand) -> None:
    """Write the letter that acknowledges a case, and keep it."""
    _write(errand, LetterKind.ACKNOWLEDGE)


def write_grant_letter(errand: Errand) -> None:
    """Write the letter that says what was granted, and keep it."""
    _write(errand, LetterKind.GRANTED)


def write_ending_letter(errand: Errand) -> None:
    """Write the letter that says that a permit ends, and keep it."""
    _write(errand, LetterKind.ENDING)


def _write(errand: Errand, kind: LetterKind) -> None:
    letters.write(errand.session, errand.viewer, errand.subject, press=_press(errand), kind=kind)


def write_joiner_letter(errand: Errand) -> None:
    """Write the letter to somebody who was added to a case, and keep it."""
    letters.write_to_joiner(errand.session, errand.viewer, errand.subject, press=_press(errand))


def _press(errand: Errand) -> Press:
    around = errand.outside
    return Press(
        council=errand.council,
        documents=around.documents,
        words=around.words,
        stationery=around.stationery,
        public_url=around.settings.public_url,
    )


def take_letter(errand: Errand) -> PrintedLetter | None:
    """Take a letter that is still to be laid in the print folder."""
    return letters.printing_wanted(
        errand.session,
        errand.viewer,
        errand.subject,
        council=errand.council,
        documents=errand.outside.documents,
    )


def lay_letter(outside: Outside, letter: PrintedLetter) -> None:
    """Lay a letter in the print folder."""
    letters.lay(letter, outside.printer)


def settle_letter(errand: Errand, _laid: None) -> None:
    """Write down that a letter lies in the print folder."""
    letters.settle_laid(errand.session, errand.viewer, errand.subject)


def compose_code_email(errand: Errand) -> Email | None:
    """Compose an e-mail about a saved draft that is still to go."""
    around = errand.outside
    return saved.email_wanted(
        errand.session,
        errand.viewer,
        errand.subject,
        council=errand.council,
        words=around.words,
        secret=around.settings.secret,
        public_url=around.settings.public_url,
    )


def settle_code_email(errand: Errand, delivery: Delivery) -> None:
    """Write down how an e-mail about a saved draft ended."""
    saved.settle_email(errand.session, errand.subject, delivery=delivery)


def compose_code_text(errand: Errand) -> TextMessage | None:
    """Compose a text about a saved draft that is still to go."""
    around = errand.outside
    return saved.text_wanted(
        errand.session,
        errand.viewer,
        errand.subject,
        council=errand.council,
        words=around.words,
        secret=around.settings.secret,
        public_url=around.settings.public_url,
    )


def settle_code_text(errand: Errand, delivery: TextDelivery) -> None:
    """Write down how a text about a saved draft was handed over."""
    saved.settle_text(errand.session, errand.viewer, errand.subject, delivery=delivery)


def take_code_letter(errand: Errand) -> PrintedLetter | None:
    """Make a letter about a saved draft that is still to be laid in the print folder."""
    around = errand.outside
    return saved.letter_wanted(
        errand.session,
        errand.viewer,
        errand.subject,
        council=errand.council,
        words=around.words,
        stationery=around.stationery,
        secret=around.settings.secret,
        public_url=around.settings.public_url,
    )


def settle_code_letter(errand: Errand, _laid: None) -> None:
    """Write down that a letter about a saved draft lies in the print folder."""
    saved.settle_letter(errand.session, errand.subject)


def remind_of_saved(errand: Errand) -> None:
    """Remind those whose saved drafts will soon be let go."""
    saved.remind(errand.session, council=errand.council)


def confirm_permit(errand: Errand) -> None:
    """Tell a holder what was granted, in the way they can use."""
    _tell_holder(errand, MessageKind.GRANTED)


def remind_holder(errand: Errand) -> None:
    """Remind a holder that a permit ends, in the way they can use."""
    _tell_holder(errand, MessageKind.ENDING)


def _tell_holder(errand: Errand, kind: MessageKind) -> None:
    messages.tell_holder(
        errand.session, errand.viewer, errand.subject, kind=kind, council=errand.council
    )


def mind_permits(errand: Errand) -> None:
    """Remind of the permits that end soon, and let those expire that have ended."""
    permits.mind(errand.session, errand.viewer, council=errand.council)
