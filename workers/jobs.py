"""What follows from what, and where it is done: two tables, and one line per job.

What a job does stands in `doing` and `keeping`.
"""

from collections.abc import Mapping
from types import MappingProxyType

from hub.store.jobs import Follows
from workers import doing, keeping
from workers.carriages import Carriage, Job, Work

FOLLOWS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "CaseOpened": ("route_case", "acknowledge", "watch_deadline"),
        "AskerJoined": ("acknowledge_joiner",),
        "CaseRouted": (),
        "LetterWanted": ("write_letter",),
        "JoinerLetterWanted": ("write_joiner_letter",),
        "LetterWritten": ("print_letter",),
        "EmailWanted": ("send_email",),
        "TextWanted": ("send_text",),
        "MessageFailed": ("turn_message",),
        "CodeEmailWanted": ("email_code",),
        "CodeTextWanted": ("text_code",),
        "CodeLetterWanted": ("print_code",),
        "WarningDue": ("warn_team",),
        "DeadlineWarned": ("tell_team",),
        "PermitGranted": ("confirm_permit",),
        "PermitEnding": ("remind_holder",),
        "GrantLetterWanted": ("write_grant_letter",),
        "EndingLetterWanted": ("write_ending_letter",),
        "MoreTold": ("tell_team_more",),
        "CheckWanted": ("tell_team_check",),
        "StillWaiting": ("tell_team_waiting",),
        "ErasureDue": ("erase_case",),
        "CaseErased": ("delete_copies",),
    }
)
"""From each event to the jobs that follow from it."""

QUEUES: Mapping[str, str] = MappingProxyType(
    {
        "route_case": "routing",
        "acknowledge": "messages",
        "acknowledge_joiner": "messages",
        "tell_team": "messages",
        "turn_message": "messages",
        "tell_team_more": "messages",
        "tell_team_check": "messages",
        "tell_team_waiting": "messages",
        "send_email": "mail",
        "send_text": "texts",
        "email_code": "mail",
        "text_code": "texts",
        "print_code": "print",
        "write_letter": "letters",
        "write_grant_letter": "letters",
        "write_ending_letter": "letters",
        "confirm_permit": "messages",
        "remind_holder": "messages",
        "mind_permits": "deadlines",
        "write_joiner_letter": "letters",
        "print_letter": "print",
        "watch_deadline": "deadlines",
        "warn_team": "deadlines",
        "seal": "history",
        "remind_of_saved": "messages",
        "sweep": "sweeps",
        "forget": "sweeps",
        "let_files_go": "sweeps",
        "know_people": "sweeps",
        "index_cases": "sweeps",
        "find_what_goes": "erasing",
        "erase_case": "erasing",
        "delete_copies": "erasing",
        "let_papers_go": "erasing",
        "note_erasures": "erasing",
    }
)
"""From each job to the queue it waits in: one for each kind of work."""

EVERY: Mapping[str, int] = MappingProxyType(
    {
        "know_people": 30,
        "index_cases": 15,
        "seal": 60,
        "sweep": 60,
        "forget": 60,
        "let_files_go": 60,
        "remind_of_saved": 600,
        "mind_permits": 600,
        "find_what_goes": 60,
        "let_papers_go": 60,
        "note_erasures": 60,
    }
)
"""The jobs that come again for every council, and after how many seconds."""

_WORK: tuple[Work, ...] = (
    doing.route_case,
    doing.acknowledge,
    doing.acknowledge_joiner,
    doing.watch_deadline,
    doing.warn_team,
    doing.tell_team,
    doing.turn_message,
    doing.remind_of_saved,
    doing.write_grant_letter,
    doing.write_ending_letter,
    doing.confirm_permit,
    doing.remind_holder,
    doing.mind_permits,
    doing.tell_team_more,
    doing.tell_team_check,
    doing.tell_team_waiting,
    doing.write_letter,
    doing.write_joiner_letter,
    keeping.seal,
    keeping.sweep,
    keeping.forget,
    keeping.let_files_go,
    keeping.know_people,
    keeping.index_cases,
    keeping.find_what_goes,
    keeping.erase_case,
    keeping.let_papers_go,
    keeping.note_erasures,
)

JOBS: Mapping[str, Job] = MappingProxyType(
    {
        **{work.__name__: work for work in _WORK},
        "send_email": Carriage(doing.compose_email, doing.carry_email, doing.settle_email),
        "send_text": Carriage(doing.compose_text, doing.carry_text, doing.settle_text),
        "print_letter": Carriage(doing.take_letter, doing.lay_letter, doing.settle_letter),
        "delete_copies": Carriage(
            keeping.name_copies, keeping.delete_copies, keeping.settle_copies
        ),
        "email_code": Carriage(
            doing.compose_code_email, doing.carry_email, doing.settle_code_email
        ),
        "text_code": Carriage(doing.compose_code_text, doing.carry_text, doing.settle_code_text),
        "print_code": Carriage(doing.take_code_letter, doing.lay_letter, doing.settle_code_letter),
    }
)
"""Every job this program knows, by its name."""


def queues() -> tuple[str, ...]:
    """Give every queue there is, once, in the table's order."""
    return tuple(dict.fromkeys(QUEUES.values()))


def follows() -> Mapping[str, tuple[Follows, ...]]:
    """Give both tables as one, in the shape in which the store expands events."""
    return {
        event: tuple(Follows(name, QUEUES[name]) for name in names)
        for event, names in FOLLOWS.items()
    }
