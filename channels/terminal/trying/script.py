"""What a play says: every sentence in the languages that were asked for."""

from collections.abc import Iterator
from dataclasses import dataclass

import click

from hub import promises, routing
from hub import words as spoken
from hub.catalogue.definition import Hint, Kind, Question, Stop
from hub.councils import Council
from hub.interview import Asked, Interview, dangers, fee, owed, read_back, step
from hub.values import Language, Text
from hub.words import Words, say_money

_HOW = {
    Hint.YES_NO: "yes or no",
    Hint.DIGITS: "digits",
    Hint.CHOICE: "its number",
    Hint.DATE: "day month year, such as 31 1 2026",
    Hint.ADDRESS: "its lines, town and postcode with commas between",
    Hint.PLACE: "words; a grid reference or a latitude and longitude may be among them",
    Hint.FILE: "/later: no file can be sent here",
}


@dataclass(slots=True)
class Script:
    """Hold whose service is played, the words, and the languages shown."""

    council: Council
    words: Words
    languages: tuple[Language, ...]

    def say(self, text: Text, indent: str = "") -> None:
        """Say something, in each language on a line of its own."""
        for language in self.languages:
            code = f"{language}: " if len(self.languages) > 1 else ""
            click.echo(f"{indent}{code}{text.to(language)}")

    def ask(self, asked: Asked) -> None:
        """Show a step: the question with its options, or a stop."""
        click.echo()
        if asked.round_title:
            self.say(asked.round_title)
        self.say(asked.ask)
        if asked.help:
            self.say(asked.help, "  ")
        if asked.anyway:
            self.say(asked.anyway, "  ")
        if isinstance(asked.question, Question):
            for number, option in enumerate(asked.question.options, 1):
                self.say(option.say, f"  {number}  ")
        click.echo(f"  ({', or '.join(_ways(asked))})")

    def remind(self, asked: Interview, path: str) -> None:
        """Show the answer so far to a question that is asked again."""
        for line in read_back(asked, self.words):
            if line.path == path:
                self.say(line.said, "  so far: ")

    def warn(self, asked: Interview, *, before: Interview) -> None:
        """Show the signs of danger that an answer brought, as the page after it does."""
        known = dangers(before)
        for danger in dangers(asked):
            if danger in known:
                continue
            self.say(danger.say, "!! ")
            if danger.ring:
                click.echo(f"!! {danger.ring}")

    def check(self, asked: Interview) -> tuple[str, ...]:
        """Read the answers back with their numbers, and give their paths in this order."""
        click.echo("\nCheck your answers")
        lines = read_back(asked, self.words)
        for number, line in enumerate(lines, 1):
            for language in self.languages:
                title = f"{line.round_title.to(language)}, " if line.round_title else ""
                said = line.said.to(language)
                click.echo(f"  {number:>2}  {title}{line.short.to(language)}: {said}")
        click.echo("  (/send, or /change and a number, or /back)")
        return tuple(line.path for line in lines)

    def end(self, asked: Interview) -> None:
        """Show what would become of the request, and that nothing was kept."""
        click.echo("\nSent, if this were real:")
        for line in self._outcome(asked):
            click.echo(f"  {line}")
        self.say(asked.service.happens_next, "  ")
        click.echo("Nothing was kept.")

    def _outcome(self, asked: Interview) -> Iterator[str]:
        service = asked.service
        promised = promises.promise(service.deadline, asked_on=asked.asked_on, council=self.council)
        day = spoken.say_date(self.words, promised.answer_by, Language.EN)
        decided = routing.decide(asked)
        yield f"answer by: {day} ({service.deadline.count} {service.deadline.unit})"
        yield f"team: {decided.team} ({decided.reason})"
        yield f"urgent: {', '.join(danger.id for danger in dangers(asked)) or 'no'}"
        if due := fee(asked):
            ways = ", ".join(service.pay_by)
            pounds = say_money(due.pence, Language.EN)
            yield f"fee: {pounds} ({due.say.to(Language.EN)}; pay by {ways})"
        for path in owed(asked):
            yield f"still owed: {step(asked, path).short.to(Language.EN)}"
        yield f"letter: {', '.join(service.letters.values())}"
        yield f"kept after closing: {service.keep_after_closing.count} " + str(
            service.keep_after_closing.unit
        )
        yield f"version: {service.version}"


def _ways(asked: Asked) -> Iterator[str]:
    question = asked.question
    if isinstance(question, Stop):
        if question.go_on:
            yield "yes to ask all the same"
        yield "/back"
        return
    several = ", or several with commas" if question.kind is Kind.CHOICES else ""
    yield _HOW.get(asked.hint, "your words") + several
    if question.optional:
        yield "an empty line to leave it out"
    if question.may_be_unknown:
        yield "/unknown"
    if question.owed and asked.hint is not Hint.FILE:
        yield "/later"
