"""Councils: read from their files, found by host or id."""

from datetime import date
from pathlib import Path

import pytest

from hub.councils import Council, Councils, CouncilsRefused, LetterProfile, UnknownCouncil
from hub.values import Language, Nation

TEMPLATES = Path(__file__).parents[2] / "templates"
ABERWEN = (TEMPLATES / "councils" / "aberwen" / "council.yaml").read_text(encoding="utf-8")


def councils_of(folder: Path, **written: str) -> Councils:
    for name, sheet in written.items():
        (folder / "councils" / name).mkdir(parents=True)
        (folder / "councils" / name / "council.yaml").write_text(sheet, encoding="utf-8")
    return Councils.read(folder / "councils")


def elsewhere(hosts: str = "[elsewhere.example]") -> str:
    moved = ABERWEN.replace("council: aberwen", "council: elsewhere")
    return moved.replace("hosts: [localhost, 127.0.0.1]", f"hosts: {hosts}")


@pytest.fixture
def aberwen() -> Council:
    return Councils.read(TEMPLATES / "councils").by_id("aberwen")


def test_the_council_for_trying_out_is_complete(aberwen: Council) -> None:
    assert aberwen.nation is Nation.WALES
    assert aberwen.languages == (Language.EN, Language.CY)
    assert aberwen.language is Language.EN
    assert aberwen.address.printed_lines()[-2:] == ("ABERWEN", "LL99 9ZZ")
    assert date(2026, 12, 24) in aberwen.closures
    assert aberwen.letter_profile is LetterProfile.NOTIFY
    assert aberwen.team("garden-waste").name.to(Language.CY) == "Gwastraff gardd"


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8000", "127.0.0.1:80", "localhost."])
def test_a_council_is_found_by_its_host_with_or_without_a_port(tmp_path: Path, host: str) -> None:
    councils = councils_of(tmp_path, aberwen=ABERWEN, elsewhere=elsewhere())

    assert councils.by_host(host).id == "aberwen"


def test_the_only_council_answers_at_every_host(aberwen: Council) -> None:
    assert Councils([aberwen]).by_host("192.0.2.1:8000") is aberwen


@pytest.mark.parametrize("host", ["", "a" * 64, "a..b", ".", "xn--a", "a b", "\x00", "a:b:c", "-a"])
def test_what_no_host_can_be_called_leads_to_no_council(aberwen: Council, host: str) -> None:
    with pytest.raises(UnknownCouncil):
        Councils([aberwen]).by_host(host)


@pytest.mark.parametrize("host", ["[::1]:8000", "hub_web:8000", "xn--abrwen-9xa.example", "a.b."])
def test_the_only_council_answers_at_every_name_a_host_can_have(
    aberwen: Council, host: str
) -> None:
    assert Councils([aberwen]).by_host(host) is aberwen


def test_where_several_live_a_strange_host_is_refused(tmp_path: Path) -> None:
    councils = councils_of(tmp_path, aberwen=ABERWEN, elsewhere=elsewhere())

    with pytest.raises(UnknownCouncil):
        councils.by_host("evil.example")
    with pytest.raises(UnknownCouncil):
        councils.by_id("nowhere")


def test_the_order_of_the_languages_is_the_councils(tmp_path: Path) -> None:
    welsh_first = ABERWEN.replace("languages: [en, cy]", "languages: [cy, en]")

    council = councils_of(tmp_path, aberwen=welsh_first).by_id("aberwen")

    assert council.languages == (Language.CY, Language.EN)


def test_one_host_in_two_councils_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(CouncilsRefused, match="belongs to aberwen already"):
        councils_of(tmp_path, aberwen=ABERWEN, elsewhere=elsewhere("[localhost]"))


def test_a_folder_without_councils_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CouncilsRefused, match="There is no council here"):
        Councils.read(tmp_path)


SLIPS = {
    "nation: wales": ("nation: walse", "nation", "Write nation: wales."),
    "phone: 01632 960001": ("phone: 12", "phone", "Write phone: 01632 960001."),
    "email: contact@aberwen.example": ("email: contact", "email", "Write email: name@"),
    "town: Aberwen": ("city: Aberwen", "address.city", "Take it out.|Write "),
    "postcode: LL99 9ZZ": ("postcode: nowhere", "address", "cannot be printed"),
    "closures: [2026-12-24,": ("closures: [24/12/2026,", "closures.1", "Write closures"),
    "languages: [en, cy]": ("languages: [en, fr]", "languages.2", "Write languages"),
    "timezone: Europe/London": ("timezone: Wales", "timezone", "Write timezone: Europe/London"),
    'primary: "#00594f"': ("primary: green", "brand.primary", "Write primary"),
    "id: garden-waste": ("id: waste-collections", "teams.3", "stands here twice"),
    "letter_profile: notify": ("letter_profile: c5", "letter_profile", "Write letter_profile"),
    "council: aberwen": ("council: aberwyn", "council", "Write council: aberwen."),
    "letters_signed_by:": ("signed_by:", "signed_by", "Write “letters_signed_by”."),
    "reply_within: 10": ("reply_within: soon", "accessibility.reply_within", "Write reply_within"),
    "tested: 2026-11-25": ("tested: now", "accessibility.tested", "Write tested: 2026-"),
    "kept_in: {": ("kept_at: {", "privacy_office", "Write kept_in"),
    "{id: refuse, name:": ("{id: refuse, called:", "bins.1", "Write name"),
    'out_by: "07:00"': ("out_by: 7am", "collections.out_by", "Write out_by: 07:00"),
    'done_by: "16:00"': ('done_by: "06:00"', "collections", "before the bins are out"),
    "hosts: [localhost, 127.0.0.1]": ("hosts: []", "hosts", "“hosts” is missing"),
}


@pytest.mark.parametrize(("old", "slip"), SLIPS.items(), ids=SLIPS.keys())
def test_a_mistake_is_told_with_its_key_and_a_remedy(
    tmp_path: Path, old: str, slip: tuple[str, str, str]
) -> None:
    new, key, said = slip
    assert old in ABERWEN

    with pytest.raises(CouncilsRefused) as refused:
        councils_of(tmp_path, aberwen=ABERWEN.replace(old, new, 1))

    told = [str(mistake) for mistake in refused.value.mistakes if mistake.key == key]
    assert any(any(part in one for part in said.split("|")) for one in told), str(refused.value)
