from io import BytesIO
from threading import Thread
from typing import cast

import pypdf

from hub.paper import REGULAR, SEMIBOLD, Sheets
from tests.letters import reading

LINK = "https://requests.aberwen.example/r/12345678978"


def test_the_same_strokes_make_the_same_bytes() -> None:
    assert _sheet("ŵ ŷ") == _sheet("ŵ ŷ")


def test_sheets_drawn_at_the_same_time_do_not_disturb_each_other() -> None:
    wanted = [f"Letter {n} жук {chr(0x391 + n)}" for n in range(8)]
    made: dict[str, bytes] = {}
    threads = [
        Thread(target=lambda said=said: made.update({said: _sheet(said)})) for said in wanted
    ]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [reading.words(made[said]) for said in wanted] == wanted


def test_markup_means_nothing() -> None:
    hostile = "<b>x</b> </para> <img src=/etc/hostname> (\\) {x} %s"

    assert reading.words(_sheet(hostile)) == hostile


def test_a_sheet_says_what_it_is_and_in_which_language() -> None:
    pdf = pypdf.PdfReader(BytesIO(_sheet("x")))

    assert pdf.metadata is not None
    assert (pdf.metadata.title, pdf.metadata.author) == ("Llythyr", "Cyngor Sir Aberwen")
    assert str(pdf.root_object["/Lang"]) == "cy"


def test_a_code_leads_to_its_address() -> None:
    sheets = _begun()

    sheets.code(LINK, left=100, top=100, size=25)

    assert reading.codes(sheets.finish()) == [LINK]


def _begun() -> Sheets:
    return Sheets(title="Llythyr", author="Cyngor Sir Aberwen", language="cy")


def _sheet(words: str) -> bytes:
    sheets = _begun()
    sheets.write(words, left=25, baseline=50, font=REGULAR, size=12, colour="#000000")
    sheets.turn()
    sheets.write("", left=25, baseline=50, font=SEMIBOLD, size=12, colour="#000000")
    return sheets.finish()


def test_every_font_is_embedded() -> None:
    page = pypdf.PdfReader(BytesIO(_sheet("ŵ ŷ"))).pages[0]

    fonts = cast("dict[str, dict[str, dict[str, object]]]", page["/Resources"])["/Font"]

    assert fonts
    assert all(
        "/FontFile2" in cast("dict[str, object]", font["/FontDescriptor"])
        for font in fonts.values()
    )
