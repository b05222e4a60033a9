"""What a council's file says of its staff: whom the demo has, and what each group is for."""

from collections.abc import Iterator

from hub.councils.council import Council, SampleStaff, StaffGroup
from hub.councils.keys import DUTY, GROUP, SAMPLE
from hub.files import Fields, Part
from hub.values import WHOLE_COUNCIL, Duty, Role, WrongValue

_STAND_IN = Duty(Role.COUNTER)


def samples(fields: Fields) -> Iterator[SampleStaff]:
    """Give the people made up who may sign in where the hub is tried out."""
    for part in fields.each("sample_staff"):
        own = Fields(part, fields.proof, SAMPLE)
        duties = [_duty(Fields(each, fields.proof, DUTY)) for each in own.each("duties")]
        yield SampleStaff(own.word("name").lower(), own.word("shown"), tuple(duties))


def groups(fields: Fields) -> Iterator[StaffGroup]:
    """Give what the members of each group are for."""
    for part in fields.each("staff_groups"):
        own = Fields(part, fields.proof, GROUP)
        yield StaffGroup(own.word("group"), _duty(own))


def check_teams(fields: Fields, council: Council) -> None:
    """Mark every team that somebody is to work for and the council does not have."""
    teams = [team.id for team in council.teams]
    for part in _teams_named(fields):
        if part.written not in teams:
            fields.proof.mark_unknown(part, "The team", said=part.written, known=teams)


def _duty(fields: Fields) -> Duty:
    role = fields.kind("role", Role)
    team = fields.maybe_word("team") or WHOLE_COUNCIL
    try:
        return Duty(role, team) if role else _STAND_IN
    except WrongValue:
        needs = "needs" if role and role.needs_team else "is held without"
        remedy = "Write team: with one of the teams." if needs == "needs" else "Take team: out."
        fields.proof.mark(fields.part, f"The role {role} {needs} a team.", remedy)
        return _STAND_IN


def _teams_named(fields: Fields) -> Iterator[Part]:
    staff = [part.mapping or {} for part in fields.each("sample_staff")]
    duties = [one for own in staff if "duties" in own for one in own["duties"].members or ()]
    for part in (*duties, *fields.each("staff_groups")):
        team = (part.mapping or {}).get("team")
        if team is not None:
            yield team
