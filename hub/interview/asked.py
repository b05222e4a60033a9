"""One step of an interview as a door shows it: the question, its place and the answer so far."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from hub.catalogue.definition import Hint, Kind, Question, Several, Stop
from hub.interview import addressing
from hub.interview.answers import UNANSWERED, Answer, Value
from hub.values import Text

ANOTHER = "another"


@dataclass(frozen=True, slots=True, kw_only=True)
class Another(Question):
    """Be the question whether a group has one more round."""


@dataclass(frozen=True, slots=True)
class Round:
    """Be one round of a group, counted from 1."""

    group: Several
    n: int

    @property
    def path(self) -> str:
        """Give what the paths of its questions begin with."""
        return f"{self.group.id}.{self.n}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Be a step that applies: a question with its answer, or a stop that stands.

    `path` is the question's id; inside a group "things.2.what", and "things.2.another" for the
    question whether there is one more. A stop's answer is True when the resident asks all the same.
    """

    path: str
    question: Question | Stop
    value: Answer = field(default=UNANSWERED, repr=False)
    round: Round | None = None
    home: Value = field(default=None, repr=False)
    told: Mapping[str, Text] = field(default_factory=dict, repr=False)

    @property
    def group(self) -> str | None:
        """Give the id of its group; None outside of groups."""
        return None if self.round is None else self.round.group.id

    @property
    def n(self) -> int:
        """Give the number of its round; 0 outside of groups."""
        return 0 if self.round is None else self.round.n

    @property
    def is_answered(self) -> bool:
        """Say whether there is an answer, and for a stop, whether it lets one pass."""
        if isinstance(self.question, Stop):
            return self.value is True and self.question.go_on
        return self.value is not UNANSWERED

    @property
    def hint(self) -> Hint:
        """Give the way of asking."""
        return Hint.YES_NO if isinstance(self.question, Stop) else self.question.kind.hint

    @property
    def ask(self) -> Text:
        """Give the question's words (a stop's reason) with their place-holders filled."""
        step = self.question
        return self._filled(step.why if isinstance(step, Stop) else step.ask)

    @property
    def help(self) -> Text | None:
        """Give the help with the question, or what to do instead of a stop.

        A help that names what is not known is left out.
        """
        step = self.question
        words = step.instead if isinstance(step, Stop) else step.help
        with suppress(KeyError):
            return None if words is None else self._filled(words)
        return None

    @property
    def anyway(self) -> Text | None:
        """Give what a stop says about asking all the same; None at a question."""
        step = self.question
        return self._filled(step.anyway) if isinstance(step, Stop) else None

    @property
    def short(self) -> Text:
        """Give the label that stands before the answer."""
        step = self.question
        return self._filled(step.why if isinstance(step, Stop) else step.short)

    @property
    def round_title(self) -> Text | None:
        """Give the name of its round, "Thing 2"; None outside of groups."""
        return None if self.round is None else self._filled(self.round.group.title)

    def _filled(self, words: Text) -> Text:
        return words.fill(**self.told, home=addressing.one_line(self.home), n=self.n)


def another(group: Several) -> Another:
    """Make the question whether a group has one more round."""
    words = group.another
    return Another(id=ANOTHER, kind=Kind.YES_NO, ask=words, short=words, says=group.says)
