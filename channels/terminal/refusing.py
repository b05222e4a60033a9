"""A refusal at the terminal: one clear sentence and an exit code after sysexits.h."""

import os
from collections.abc import Mapping
from typing import ClassVar

import click

from hub import settings
from hub.errors import HubError
from hub.values import Language
from hub.words import Words

_OTHERWISE = 70


class Terminal(click.Group):
    """Be a command whose refusals are kind; `exits` gives the exit code of each sort."""

    exits: ClassVar[Mapping[type[HubError], int]] = {}

    def invoke(self, ctx: click.Context) -> object:
        """Run what was asked, and say a refusal in one sentence, never in a traceback."""
        try:
            return super().invoke(ctx)
        except HubError as refused:
            refuse(refused)
            ctx.exit(self._code(refused))

    def _code(self, refused: HubError) -> int:
        codes = (self.exits[kind] for kind in type(refused).__mro__ if kind in self.exits)
        return next(codes, _OTHERWISE)


def refuse(refused: HubError) -> None:
    """Say a refusal where errors are read."""
    click.echo(f"hub: {_sentence(refused)}", err=True)


def _sentence(refused: HubError) -> str:
    if type(refused).__str__ is not HubError.__str__:
        return str(refused)
    words = Words.read(settings.read(os.environ).templates)
    return words.say(f"errors.{refused.key}", Language.EN, **refused.values)
