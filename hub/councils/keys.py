"""The keys of a council's file, each with an example of how to write it."""

from collections.abc import Mapping

COUNCIL: Mapping[str, str] = {
    "council": "council: aberwen",
    "welsh": "welsh: unreviewed",
    "name": "name: {en: Aberwen County Council, cy: Cyngor Sir Aberwen}",
    "nation": "nation: wales",
    "languages": "languages: [en, cy]",
    "timezone": "timezone: Europe/London",
    "hosts": "hosts: [www.example.com]",
    "phone": "phone: 01632 960001",
    "email": "email: name@example.com",
    "address": "address: {line1: 1 High Street, town: Aberwen, postcode: LL99 9ZZ}",
    "hours": "hours: {en: Monday to Friday, cy: Llun i Gwener}",
    "closures": "closures: [2026-12-24]",
    "teams": "teams: with a list of teams",
    "services": "services: [missed-bin]",
    "brand": 'brand: {primary: "#00594f", accent: "#ffb81c", on_primary: "#ffffff"}',
    "letter_profile": "letter_profile: notify",
    "letters_signed_by": "letters_signed_by: {en: The contact centre, cy: Y ganolfan gyswllt}",
    "privacy_office": "privacy_office: with the keys email, phone and kept_in",
    "accessibility": "accessibility: with the keys prepared, tested and reply_within",
    "sample_staff": "sample_staff: with a list of people made up, to try the desk out",
    "staff_groups": "staff_groups: with a list such as {group: waste, role: officer, team: waste}",
    "bins": "bins: with a list such as {id: refuse, name: {en: Grey bin, cy: Bin llwyd}}",
    "collections": "collections: {out_by: 07:00, done_by: 16:00}",
}
COLLECTIONS: Mapping[str, str] = {"out_by": "out_by: 07:00", "done_by": "done_by: 16:00"}
BIN: Mapping[str, str] = {"id": "id: refuse", "name": "name: {en: Grey bin, cy: Bin llwyd}"}
ACCESSIBILITY: Mapping[str, str] = {
    "prepared": "prepared: 2026-11-25",
    "tested": "tested: 2026-11-25",
    "reply_within": "reply_within: 10",
    "known": "known: with a list such as {en: Our maps have no words., cy: …}",
}
PRIVACY_OFFICE: Mapping[str, str] = {
    "email": "email: name@example.com",
    "phone": "phone: 01632 960001",
    "kept_in": "kept_in: {en: in the United Kingdom, cy: yn y Deyrnas Unedig}",
}
ADDRESS: Mapping[str, str] = {
    "line1": "line1: County Hall",
    "line2": "line2: 1 High Street",
    "line3": "line3: Aberwen Park",
    "town": "town: Aberwen",
    "postcode": "postcode: LL99 9ZZ",
}
TEAM: Mapping[str, str] = {
    "id": "id: waste",
    "name": "name: {en: Waste team, cy: Tîm gwastraff}",
    "email": "email: name@example.com",
    "areas": "areas: [north, south]",
    "capacity": "capacity: 50",
    "sensitive": "sensitive: yes",
}
BRAND: Mapping[str, str] = {
    "primary": 'primary: "#00594f"',
    "accent": 'accent: "#ffb81c"',
    "on_primary": 'on_primary: "#ffffff"',
}
SAMPLE: Mapping[str, str] = {
    "name": "name: counter@aberwen.example",
    "shown": "shown: Counter desk 1",
    "duties": "duties: with a list such as {role: officer, team: waste}",
}
DUTY: Mapping[str, str] = {"role": "role: officer", "team": "team: waste"}
GROUP: Mapping[str, str] = {"group": "group: waste-officers", **DUTY}
