"""`hub try`: which door is played, in which languages, as of which day."""

import sys
from collections.abc import Mapping
from datetime import datetime

import click

from channels.terminal.council_files import CouncilFiles
from channels.terminal.trying.play import Play
from channels.terminal.trying.script import Script
from hub import interview
from hub.errors import Refused
from hub.values import Channel, Language

_BOTH = "both"
# Each door that can be tried, and what plays it. A door that comes adds its own.
_PLAYS: Mapping[Channel, type[Play]] = {Channel.WEB: Play}
_DOORS = {"web": Channel.WEB, "sms": Channel.SMS, "phone": Channel.PHONE, "paper": Channel.POST}


class DoorNotBuilt(Refused):
    """Say that there is no such door yet, so it cannot be tried."""

    key = "door_not_built"


@click.command("try")
@click.argument("service")
@click.option("--by", "door", type=click.Choice(list(_DOORS)), default="web", show_default=True)
@click.option("--council", "council_id", help="Whose service. Default: the first council's.")
@click.option(
    "--language",
    type=click.Choice([*(language.value for language in Language), _BOTH]),
    default=_BOTH,
    show_default=True,
    help="Of the questions; /en, /cy and /both change it on the way.",
)
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day asked. Default: today.")
@click.pass_obj
def try_service(
    files: CouncilFiles,
    *,
    service: str,
    door: str,
    council_id: str | None,
    language: str,
    on: datetime | None,
) -> None:
    """Answer SERVICE as a resident would, from what is typed; nothing is kept."""
    if _DOORS[door] not in _PLAYS:
        raise DoorNotBuilt(door=door)
    council = files.council(council_id)
    today = on.date() if on else files.clock().astimezone(council.timezone).date()
    asked = interview.begin(files.service(council, service), today)
    languages = council.languages if language == _BOTH else (Language(language),)
    script = Script(council, files.words(), languages)
    play = _PLAYS[_DOORS[door]](script)
    play.run(asked, iter(sys.stdin))
