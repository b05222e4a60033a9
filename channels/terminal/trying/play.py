"""The web door played in the terminal: one question at a time, back, change, check, send.

Words with a / before them are the player's own; everything else is an answer.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import click

from channels.terminal.trying.script import Script
from channels.terminal.trying.typed import given
from hub import bookings, interview
from hub.catalogue.definition import Stop
from hub.interview import Asked, Interview, Problem
from hub.values import Language

_ANSWERS = {"/unknown", "/later"}


@dataclass(slots=True)
class Play:
    """Hold where the player stands: `path` is the step they went back to, `lines` those to change.

    Without a path the next step that has no answer is asked; after the last come the answers.
    """

    script: Script
    path: str | None = None
    lines: tuple[str, ...] = field(default=())
    is_over: bool = False

    def run(self, asked: Interview, typed: Iterator[str]) -> None:
        """Play until the request is sent, or nothing more is typed."""
        self.script.say(asked.service.title)
        self.script.say(asked.service.about, "  ")
        while not self.is_over:
            asked = self._knowing(asked)
            here = self._here(asked)
            if here:
                self.script.ask(here)
                self.script.remind(asked, here.path)
            else:
                self.lines = self.script.check(asked)
            line = next(typed, None)
            if line is None:
                click.echo("Nothing was kept.")
                return
            asked = self._turn(asked, here, line.rstrip("\r\n"))

    def _knowing(self, asked: Interview) -> Interview:
        return bookings.with_all_days(asked, council=self.script.council, words=self.script.words)

    def _here(self, asked: Interview) -> Asked | None:
        if self.path in {each.path for each in interview.steps(asked)}:
            return interview.step(asked, str(self.path))
        self.path = None
        return interview.next_step(asked)

    def _turn(self, asked: Interview, here: Asked | None, line: str) -> Interview:
        word, _, number = line.strip().partition(" ")
        if word.startswith("/") and word not in _ANSWERS:
            self._obey(asked, here, word, number)
        elif here is None:
            click.echo("Write /send, or /change and a number.")
        else:
            return self._answer(asked, here, line)
        return asked

    def _answer(self, asked: Interview, here: Asked, line: str) -> Interview:
        try:
            after = interview.answer(asked, here.path, given(here, line))
        except Problem as problem:
            self.script.say(problem.said(self.script.words), "-> ")
            if isinstance(here.question, Stop):
                click.echo("-> The request ends here. /back goes back.")
            return asked
        self.path = None
        self.script.warn(after, before=asked)
        return after

    def _obey(self, asked: Interview, here: Asked | None, word: str, number: str) -> None:
        if word == "/back":
            self._go_back(asked, here)
        elif word == "/change" and number.strip().isdecimal():
            self._change(int(number))
        elif word == "/check":
            self.path = None
        elif word == "/send" and here is None:
            self.script.end(asked)
            self.is_over = True
        elif word[1:] in {*Language, "both"}:
            self._speak(word[1:])
        else:
            click.echo("-> /back, /check, /change 1, /send, /unknown, /later, /en, /cy or /both")

    def _go_back(self, asked: Interview, here: Asked | None) -> None:
        if here is None:
            self.path = self.lines[-1] if self.lines else None
            return
        before = interview.back(asked, here.path)
        self.path = before.path if before else here.path

    def _change(self, number: int) -> None:
        if 1 <= number <= len(self.lines):
            self.path = self.lines[number - 1]
        else:
            click.echo("-> There is no such answer. /check shows them with their numbers.")

    def _speak(self, code: str) -> None:
        council = self.script.council
        spoken = tuple(each for each in council.languages if code in {each, "both"})
        self.script.languages = spoken or council.languages
