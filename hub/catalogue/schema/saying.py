"""What an editor says about a key: sentences of the guide, `docs/write-a-service.md`.

A test demands that each stands there word for word.
"""

from collections.abc import Mapping

_SERVICE: Mapping[str, str] = {
    "service": "the name of the file",
    "welsh": "whether a Welsh speaker has read the file: unreviewed or reviewed",
    "title": "what the service is called, as people would ask for it",
    "about": "one sentence below the title",
    "search": "the words people use, however plain",
    "standard": "the numbers of the Local Government Service and Interaction Lists",
    "questions": "Each question has an id (small letters, digits and _), a kind and what we ask.",
    "fee": "the first price whose when holds is due; a price without when stands last",
    "pay_by": "how it can be paid: at the counter, by phone, by cheque in the post",
    "lasts": "how long a permit or a subscription holds once it is granted",
    "urgent": "a sign of danger. The resident is told at once",
    "routing": "the first rule that holds gives the team",
    "deadline": "The day of asking is day 0",
    "letters": "the letter that says we have the request, by its name in templates/letters/",
    "keep": "for how long a closed case is kept",
    "privacy": "why the answers are needed and who else is given them",
    "happens_next": "what we will do, read by everyone who has just asked",
    "shared": "lets others join a request, such as one for a broken street light",
    "changes": "Write only what differs",
    "without": "takes keys out, of the service or of a question",
    "accepted": "it notes at the end of the file what the library says there now",
}
_QUESTION: Mapping[str, str] = {
    "id": "small letters, digits and _",
    "kind": "what sort of answer it wants",
    "ask": "the question itself, as you would say it across a desk",
    "short": "the label when answers are read back; without it, the question itself",
    "help": "a sentence below the question",
    "only_if": "ask only when this condition holds",
    "optional": "it may be left out",
    "may_be_unknown": "“I do not know” is an answer",
    "owed": "the request is taken without the file, which is then owed",
    "means": "one the hub must understand",
    "book": "which days can be booked",
}
_STOP: Mapping[str, str] = {
    "why": "A stop tells someone that this service is not for them: why",
    "instead": "what to do instead",
    "anyway": "how to ask anyway",
    "go_on": "they can ask anyway at once",
}
_SEVERAL: Mapping[str, str] = {
    "several": "A group is asked once, then again while the resident wants another",
    "title": "{n} is the number of the round",
}
_FACT: Mapping[str, str] = {
    "fact": "A fact is what the council knows by its own file",
    "within": "longer ago than these working days is too late",
}
SAID: Mapping[str, Mapping[str, str]] = {
    "service": _SERVICE,
    "question": _QUESTION,
    "several": _SEVERAL,
    "stop": _STOP,
    "fact": _FACT,
    "round": {"places": "how many can be booked on one day"},
    "fee": {"per": "per counts the rounds of a group"},
    "privacy": {
        "basis": "what makes it lawful to use the answers",
        "law": "the law behind it, as people would look it up",
        "sensitive": "some answers are about health or other things that the law guards",
    },
    "danger": {"ring": "with the number to ring"},
}


def said(table: str, key: str) -> str:
    """Give what is said about a key; "" if its name says enough."""
    return SAID.get(table, {}).get(key, "")
