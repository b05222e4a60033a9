"""From a council's file to a Council, every mistake marked."""

import re
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

from hub import files
from hub.councils import staffing
from hub.councils.council import (
    Accessibility,
    Bin,
    Brand,
    CollectionHours,
    Council,
    LetterProfile,
    PrivacyOffice,
    Team,
)
from hub.councils.keys import (
    ACCESSIBILITY,
    ADDRESS,
    BIN,
    BRAND,
    COLLECTIONS,
    COUNCIL,
    PRIVACY_OFFICE,
    TEAM,
)
from hub.councils.rosters import judge_services, read_rosters
from hub.files import Fields, Part, Proof
from hub.files.texts import MISSING, text
from hub.values import EmailAddress, Language, Nation, PhoneNumber, PostalAddress, WrongValue

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_HOST = re.compile(r"[a-z0-9.-]+|\[[0-9a-f:]+\]")
_CLOCK = re.compile(r"[0-2][0-9]:[0-5][0-9]")
_NATIONS = {nation.name.lower().replace("_", " "): nation for nation in Nation}
# These stand in where a file is wrong, so that its other mistakes are found too.
_PHONE = PhoneNumber.parse("01632 960001")
_EMAIL = EmailAddress.parse("name@example.com")
_ADDRESS = PostalAddress.parse({"line1": "1 High St", "town": "Aberwen", "postcode": "LL99 9ZZ"})


def read(path: Path, *, root: Path, proof: Proof) -> Council | None:
    """Read a council's file, or mark its mistakes."""
    part = files.read(path, root=root, proof=proof)
    if part is None:
        return None
    proof.languages = _languages(part) or tuple(Language)
    fields = Fields(part, proof, COUNCIL)
    council = _council(fields)
    _check_id(fields, path.parent.name)
    _check_teams(fields, council)
    staffing.check_teams(fields, council)
    rosters = read_rosters(path.parent, root=root, proof=proof)
    judge_services(rosters, council.services, at=fields.part, proof=proof)
    return replace(council, rosters=rosters)


def _council(fields: Fields) -> Council:
    return Council(
        id=fields.word("council", _ID),
        name=fields.text("name"),
        nation=fields.parsed("nation", _NATIONS.__getitem__, stand_in=Nation.WALES),
        languages=tuple(fields.words("languages", Language, least=1)),
        timezone=fields.parsed("timezone", _timezone, stand_in=ZoneInfo("Europe/London")),
        hosts=fields.words("hosts", _host, least=1),
        phone=fields.parsed("phone", PhoneNumber.parse, stand_in=_PHONE),
        email=fields.parsed("email", EmailAddress.parse, stand_in=_EMAIL),
        address=_address(fields),
        hours=fields.text("hours"),
        closures=frozenset(fields.words("closures", date.fromisoformat)),
        teams=tuple(_team(Fields(team, fields.proof, TEAM)) for team in fields.each("teams")),
        services=fields.words("services", _id, least=1),
        brand=_brand(fields),
        letter_profile=fields.parsed(
            "letter_profile", LetterProfile, stand_in=LetterProfile.NOTIFY
        ),
        letters_signed_by=fields.text("letters_signed_by"),
        privacy_office=_privacy_office(fields),
        accessibility=_accessibility(fields),
        sample_staff=tuple(staffing.samples(fields)),
        staff_groups=tuple(staffing.groups(fields)),
        bins=tuple(_bin(Fields(part, fields.proof, BIN)) for part in fields.each("bins")),
        collections=_collections(fields),
    )


def _languages(part: Part) -> tuple[Language, ...]:
    written = (part.mapping or {}).get("languages")
    codes = [member.written for member in (written.members or ())] if written else []
    return tuple(language for language in Language if language.value in codes)


def _address(fields: Fields) -> PostalAddress:
    under = fields.under("address", ADDRESS)
    lines = {name: under.word(name) for name in under.parts if name in ADDRESS} if under else {}
    try:
        return PostalAddress.parse(lines)
    except WrongValue as error:
        if under:
            what = f"This address cannot be printed ({error.key})."
            fields.proof.mark(under.part, what, f"Write {COUNCIL['address']}.")
        return _ADDRESS


def _team(fields: Fields) -> Team:
    has_email = "email" in fields
    return Team(
        id=fields.word("id", _ID),
        name=fields.text("name"),
        email=fields.parsed("email", EmailAddress.parse, stand_in=_EMAIL) if has_email else None,
        areas=fields.words("areas", str),
        capacity=fields.number("capacity", least=1),
        sensitive=fields.flag("sensitive"),
    )


def _bin(fields: Fields) -> Bin:
    return Bin(fields.word("id"), fields.text("name"))


def _collections(fields: Fields) -> CollectionHours:
    under = fields.under("collections", COLLECTIONS) if "collections" in fields else None
    if under is None:
        return CollectionHours()
    hours = CollectionHours(out_by=_hour(under, "out_by"), done_by=_hour(under, "done_by"))
    if hours.out_by and hours.done_by and hours.done_by <= hours.out_by:
        what = "The crew has been before the bins are out."
        fields.proof.mark(under.part, what, f"Write {COUNCIL['collections']}.")
    return hours


def _hour(under: Fields, name: str) -> time | None:
    return under.parsed(name, _clock, stand_in=None) if name in under else None


def _clock(written: str) -> time | None:
    """Read the hour and the minute of a clock; seconds and zones are nobody's collection hour."""
    if not _CLOCK.fullmatch(written):
        raise ValueError(written)
    return time.fromisoformat(written)


def _brand(fields: Fields) -> Brand:
    under = fields.under("brand", BRAND)
    colours = {name: under.word(name, _COLOUR) for name in BRAND} if under else BRAND
    return Brand(**colours)


def _privacy_office(fields: Fields) -> PrivacyOffice:
    under = fields.under("privacy_office", PRIVACY_OFFICE)
    if under is None:
        return PrivacyOffice(_EMAIL, _PHONE, MISSING)
    return PrivacyOffice(
        email=under.parsed("email", EmailAddress.parse, stand_in=_EMAIL),
        phone=under.parsed("phone", PhoneNumber.parse, stand_in=_PHONE),
        kept_in=under.text("kept_in"),
    )


def _accessibility(fields: Fields) -> Accessibility:
    under = fields.under("accessibility", ACCESSIBILITY)
    if under is None:
        return Accessibility(date.max, date.max, 0)
    under.need("reply_within")
    return Accessibility(
        prepared=under.parsed("prepared", date.fromisoformat, stand_in=date.max),
        tested=under.parsed("tested", date.fromisoformat, stand_in=date.max),
        reply_within=under.number("reply_within", least=1, most=60) or 0,
        known=tuple(
            text(part, proof=fields.proof, allowed=frozenset()) for part in under.each("known")
        ),
    )


def _check_id(fields: Fields, folder: str) -> None:
    written = fields.get("council")
    if written and written.written != folder:
        what = f"The id is not the name of its folder, “{folder}”."
        fields.proof.mark(written, what, f"Write council: {folder}.")


def _check_teams(fields: Fields, council: Council) -> None:
    if "teams" not in fields:
        fields.need("teams")
    seen: set[str] = set()
    for team, part in zip(council.teams, fields.each("teams"), strict=True):
        if team.id in seen:
            fields.proof.mark(part, f"The team “{team.id}” stands here twice.", "Keep one of them.")
        seen.add(team.id)


def _timezone(name: str) -> ZoneInfo:
    if name not in available_timezones():
        raise ValueError(name)
    return ZoneInfo(name)


def _host(name: str) -> str:
    if not _HOST.fullmatch(name):
        raise ValueError(name)
    return name


def _id(name: str) -> str:
    if not _ID.fullmatch(name):
        raise ValueError(name)
    return name
