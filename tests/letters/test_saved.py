"""The letters about a saved request: their words, their window, and what they must not tell."""

from datetime import date
from pathlib import Path

import pytest

from hub import letters, paper
from hub.councils.council import LetterProfile
from hub.letters import Edition, Plain, Stationery, StationeryRefused
from hub.values import Language, SaveCode, Text
from hub.words import Words
from tests.builders.councils import a_council
from tests.builders.letters import ADDRESS
from tests.letters import reading
from tests.provision.golden import Golden

CODE = SaveCode.of(12345678901234)
LINK = "https://requests.aberwen.example/come-back"
VALUES: dict[str, Text | str] = {
    "code": CODE.shown,
    "council": Text({"en": "Aberwen County Council", "cy": "Cyngor Sir Aberwen"}),
    "email": "contact@aberwen.example",
    "hours": Text({"en": "Monday to Friday, 9am to 5pm", "cy": "Llun i Gwener, 9yb i 5yp"}),
    "kept_until": Text({"en": "Sunday 20 December 2026", "cy": "ddydd Sul 20 Rhagfyr 2026"}),
    "link": LINK.partition("://")[2],
    "name": "Mair Wŷn",
    "phone": "01632 960001",
    "service": Text({"en": "Apply for a Blue Badge", "cy": "Gwneud cais am Fathodyn Glas"}),
    "signed_by": Text({"en": "Customer services", "cy": "Gwasanaethau cwsmeriaid"}),
}
KINDS = pytest.mark.parametrize("kind", ["saved", "saved-reminder"])


def an_edition(
    templates: Path, kind: str, language: Language, *, size: int = 14, profile: str = "notify"
) -> Edition:
    plain = Plain(
        template=Stationery.read(templates).template(kind),
        council=a_council(letter_profile=LetterProfile(profile)),
        code=CODE,
        name="Mair Wŷn",
        address=ADDRESS,
        size=size,
        languages=(language,),
        values=VALUES,
        written_on=date(2026, 11, 23),
        link=LINK,
    )
    return letters.compose_plain(plain, Words.read(templates))


@KINDS
@pytest.mark.parametrize("language", Language)
def test_the_letter_is_as_it_was_looked_at(
    golden: Golden, templates: Path, kind: str, language: Language
) -> None:
    printed = letters.print_letter(an_edition(templates, kind, language))

    golden.check(f"letters/{kind}.{language}.txt", reading.told(printed))


@KINDS
@pytest.mark.parametrize("profile", ["notify", "dl"])
@pytest.mark.parametrize("size", [14, 24, 36])
def test_its_ink_stands_only_where_the_envelope_has_a_place(
    templates: Path, kind: str, profile: str, size: int
) -> None:
    printed = letters.print_letter(
        an_edition(templates, kind, Language.CY, size=size, profile=profile)
    )

    taken = paper.profile_named(printed.profile)
    stray = reading.outside(reading.ink(printed.pdf), *taken.zones)
    assert not stray.any()


@pytest.mark.parametrize("profile", ["notify", "dl"])
def test_only_name_and_address_stand_in_the_window(templates: Path, profile: str) -> None:
    pdf = letters.render(an_edition(templates, "saved", Language.CY, profile=profile))

    seen = paper.profile_named(profile).seen
    lines = [line.words for line in reading.lines(pdf)[0] if seen.holds(line.box, 1)]
    assert lines == ["Mair Wŷn", "Tŷ Gwyn", "14 Heol yr Harbwr", "ABERWEN", "LL99 9ZZ"]


def test_the_square_code_leads_to_the_page_and_tells_no_code(templates: Path) -> None:
    pdf = letters.render(an_edition(templates, "saved", Language.EN))

    assert reading.codes(pdf) == [LINK]
    assert CODE.shown in reading.words(pdf)


def test_the_same_letter_is_the_same_bytes(templates: Path) -> None:
    editions = [an_edition(templates, "saved", Language.CY) for _ in range(2)]

    assert letters.render(editions[0]) == letters.render(editions[1])


@pytest.mark.parametrize(
    ("old", "new"),
    [("{kept_until}", "{answer_by}"), ("  - say:", "  - show: told\n  - say:")],
    ids=["of a case", "an answer"],
)
def test_a_letter_about_a_saved_request_cannot_tell_what_there_is_not_yet(
    templates: Path, tmp_path: Path, old: str, new: str
) -> None:
    (tmp_path / "letters").mkdir()
    written = (templates / "letters" / "saved.yaml").read_text(encoding="utf-8")
    file = tmp_path / "letters" / "saved.yaml"
    file.write_text(written.replace(old, new), encoding="utf-8")

    with pytest.raises(StationeryRefused):
        Stationery.read(tmp_path)
