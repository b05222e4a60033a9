"""Answers that say how to reach someone: phone numbers and e-mail addresses."""

from hub.catalogue.definition import Meaning
from hub.interview.asking import Asking
from hub.interview.readers.plain import read_line
from hub.values import EmailAddress, PhoneNumber, WrongValue

_LONGEST_PHONE = 40
_LONGEST_EMAIL = 254


def read_phone(given: object, asking: Asking) -> str:
    """Read a phone number, and give it in E.164.

    :raises Problem: "phone" if no phone has such a number; "mobile" if we are to send texts to it
        and it is no mobile of the United Kingdom.
    """
    line = read_line(given, asking, most=_LONGEST_PHONE)
    try:
        number = PhoneNumber.parse(line)
    except WrongValue as wrong:
        raise asking.problem(wrong.key) from wrong
    if asking.question.means is Meaning.MOBILE and not number.is_uk_mobile:
        raise asking.problem("mobile")
    return number.e164


def read_email(given: object, asking: Asking) -> str:
    """Read an e-mail address.

    :raises Problem: "email" if it has not the form of one.
    """
    line = read_line(given, asking, most=_LONGEST_EMAIL)
    try:
        return EmailAddress.parse(line).shown
    except WrongValue as wrong:
        raise asking.problem(wrong.key) from wrong
