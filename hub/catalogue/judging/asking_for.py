"""A service that asks for whom it is, and says that nobody else may be asked for."""

from collections.abc import Iterator

from hub.catalogue.definition import Meaning, Question
from hub.catalogue.judging.judged import Judged
from hub.files import Mistake

_KEY = "for_somebody_else"


def judge(judged: Judged) -> Iterator[Mistake]:
    """Mark `for_somebody_else: no` where a question says for whom it is: nobody would consent."""
    questions = [step for step in judged.service.steps if isinstance(step, Question)]
    means = {question.means for question in questions}
    if Meaning.FOR_WHOM in means and Meaning.AGREED not in means:
        what = "It is asked for whom this is, and not whether that person agrees."
        yield Mistake.at(judged.at(_KEY), what, f"Take {_KEY} out, or take out means: for_whom.")
