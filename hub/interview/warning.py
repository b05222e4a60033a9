"""The signs of danger that show in the answers, in words, for whatever is sent or printed."""

from hub.interview.interview import Interview
from hub.interview.outcome import dangers
from hub.values import Language, Text
from hub.words import Words


def say_dangers(asked: Interview, words: Words, *, space: str = " ") -> Text | None:
    """Say each sign on a line of its own, with the number to ring; None if there is none.

    `space` stands between the groups of a number: paper wants one that does not break.
    """
    lines: list[Text] = []
    for sign in dangers(asked):
        ring = words.text("answers.ring", number=(sign.ring or "").replace(" ", space))
        lines.append(
            Text({code: f"{sign.say.to(code)} {ring.to(code)}" for code in Language})
            if sign.ring
            else sign.say
        )
    if not lines:
        return None
    return Text({code: "\n".join(line.to(code) for line in lines) for code in Language})
