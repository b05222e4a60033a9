"""Councils for tests: say only what matters."""

from dataclasses import replace
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from hub.councils.council import Accessibility, Brand, Council, LetterProfile, PrivacyOffice, Team
from hub.values import EmailAddress, Language, Nation, PhoneNumber, PostalAddress, Text
from hub.values.postcode import Postcode

_ABERWEN = Council(
    id="aberwen",
    name=Text({"en": "Aberwen County Council", "cy": "Cyngor Sir Aberwen"}),
    nation=Nation.WALES,
    languages=(Language.EN, Language.CY),
    timezone=ZoneInfo("Europe/London"),
    hosts=("localhost",),
    phone=PhoneNumber.parse("01632 960123"),
    email=EmailAddress.parse("help@aberwen.example"),
    address=PostalAddress(("Council Offices", "Castle Street", "Aberwen"), Postcode("LL99 9ZZ")),
    hours=Text({"en": "Monday to Friday, 9am to 5pm", "cy": "Llun i Gwener, 9yb i 5yp"}),
    closures=frozenset(),
    teams=(
        Team(
            "waste-collections",
            Text({"en": "Waste", "cy": "Gwastraff"}),
            EmailAddress("w@aberwen.example"),
        ),
        Team("garden-waste", Text({"en": "Garden waste", "cy": "Gwastraff gardd"})),
    ),
    services=("missed-bin",),
    brand=Brand(primary="#0b5c6b", accent="#f2b134", on_primary="#ffffff"),
    letter_profile=LetterProfile.NOTIFY,
    letters_signed_by=Text({"en": "Customer services", "cy": "Gwasanaethau cwsmeriaid"}),
    accessibility=Accessibility(date(2026, 11, 2), date(2026, 11, 2), 10),
    privacy_office=PrivacyOffice(
        EmailAddress("privacy@aberwen.example"),
        PhoneNumber.parse("01632 960124"),
        Text({"en": "in the United Kingdom", "cy": "yn y Deyrnas Unedig"}),
    ),
)


def a_council(closures: frozenset[date] = frozenset(), **changed: Any) -> Council:  # noqa: ANN401 (any field of a council may be said)
    """Build a council of Wales that speaks English and Welsh."""
    return replace(_ABERWEN, closures=closures, **changed)
