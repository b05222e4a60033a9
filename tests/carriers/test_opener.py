"""What strangers send, opened in a child process: what is kept of it, and what is not taken."""

import sys
from io import BytesIO
from threading import Thread
from time import monotonic

import pytest
from PIL import Image

from channels.carriers.opener import ChildOpener
from hub.enclosures import LARGEST, NotOpened, OpenerAway, Why
from tests.builders import files

OPENER = ChildOpener(demand_seal=True)


def read(content: bytes) -> Image.Image:
    picture = Image.open(BytesIO(content))
    picture.load()
    return picture


@pytest.mark.parametrize(
    ("form", "mode", "kind"),
    [
        ("JPEG", "RGB", "image/jpeg"),
        ("JPEG", "L", "image/jpeg"),
        ("JPEG", "CMYK", "image/jpeg"),
        ("PNG", "RGB", "image/png"),
        ("PNG", "RGBA", "image/png"),
        ("PNG", "1", "image/png"),
        ("PNG", "I;16", "image/png"),
        ("WEBP", "RGB", "image/jpeg"),
        ("WEBP", "RGBA", "image/jpeg"),
    ],
)
def test_a_picture_is_written_anew_with_a_small_one_beside(form: str, mode: str, kind: str) -> None:
    opened = OPENER.open(files.a_photo(800, 600, form=form, mode=mode))

    small = read(opened.thumbnail)
    assert (opened.kind, opened.pages) == (kind, 1)
    assert read(opened.document).size == (800, 600)
    assert (small.format, small.size) == ("JPEG", (320, 240))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_nothing_a_photo_says_of_itself_is_kept_and_it_stands_upright(form: str) -> None:
    sent = files.a_photo_that_says_where(form=form)
    before = read(sent)

    opened = OPENER.open(sent)

    after = read(opened.document)
    assert dict(before.getexif().get_ifd(0x8825))  # it did say where
    assert (before.size, after.size) == ((640, 480), (480, 640))
    assert dict(after.getexif()) == {}
    assert set(after.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    for content in (opened.document, opened.thumbnail):
        assert not any(mark in content for mark in (b"Exif", b"eXIf", b"Ann", b"http"))


def test_a_document_is_kept_as_it_is_and_its_first_page_is_drawn() -> None:
    sent = files.a_document(pages=3)

    opened = OPENER.open(sent)

    assert (opened.kind, opened.document, opened.pages) == ("application/pdf", sent, 3)
    assert max(read(opened.thumbnail).size) == 320


def test_the_same_photo_sent_twice_is_the_same_document() -> None:
    sent = files.a_photo()

    assert OPENER.open(sent) == OPENER.open(sent)


_SCRIPT = b"<</S/JavaScript/JS(app.alert)>>"
REFUSED = {
    "nothing at all": (b"", Why.EMPTY),
    "only noughts": (bytes(5000), Why.EMPTY),
    "too many bytes": (bytes([255]) * (LARGEST + 1), Why.LARGE),
    "text": (b"Dear council, my bin", Why.TYPE),
    "a page": (b"<!doctype html><script>alert(1)</script>", Why.TYPE),
    "a drawing with a script": (files.SVG, Why.TYPE),
    "a GIF that is a script": (files.GIF, Why.TYPE),
    "a program": (b"MZ" + bytes(500), Why.TYPE),
    "an archive": (b"PK\3\4" + bytes(500), Why.TYPE),
    "a photo of another make": (files.HEIC, Why.HEIC),
    "a page that is a PDF too": (b"<html>" + files.a_document(), Why.TYPE),
    "a PDF that is a page too": (
        files.a_document() + b"<html><script>alert(1)</script>",
        Why.DAMAGED,
    ),
    "a PDF that is an archive too": (files.a_document() + b"PK\5\6" + bytes(18), Why.DAMAGED),
    "half a JPEG": (files.a_photo()[:-900], Why.DAMAGED),
    "half a PNG": (files.a_photo(form="PNG")[:-60], Why.DAMAGED),
    "half a WebP": (files.a_photo(form="WEBP")[:-60], Why.DAMAGED),
    "half a PDF": (files.a_document()[:-60], Why.DAMAGED),
    "only the beginning of a JPEG": (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", Why.DAMAGED),
    "only the beginning of a PDF": (b"%PDF-1.7\n%%EOF\n", Why.DAMAGED),
    "a PDF with a password": (files.a_locked_document("word"), Why.LOCKED),
    "a PDF encrypted without one": (files.a_locked_document(""), Why.LOCKED),
    "a PDF with a script": (files.a_document_that_does(_SCRIPT), Why.ACTIVE),
    "a PDF with a script by another name": (
        files.a_document_that_does(_SCRIPT.replace(b"a", b"#61")),
        Why.ACTIVE,
    ),
    "a PDF with a script that is packed": (
        files.a_document_that_does(_SCRIPT, is_packed=True),
        Why.ACTIVE,
    ),
    "a PDF that starts a program": (
        files.a_document_that_does(b"<</S/Launch/F(program.exe)>>"),
        Why.ACTIVE,
    ),
    "a PDF with a file inside": (
        files.a_document_that_does(b"<</Type/EmbeddedFile>>", is_packed=True),
        Why.ACTIVE,
    ),
    "51 pages": (files.a_document(pages=51), Why.PAGES),
    "a picture that claims 4 gigadots": (files.a_picture_that_claims(65535, 65535), Why.DOTS),
    "a picture just too large": (files.a_picture_that_claims(60_001, 1000), Why.DOTS),
    "a picture that claims what is not there": (
        files.a_picture_that_claims(7000, 7000),
        Why.DAMAGED,
    ),
    "a PDF that swells": (files.a_document_that_swells(120), Why.INFLATED),
    "a PDF that swells, packed twice": (
        files.a_document_that_swells(120, layers=2),
        Why.INFLATED,
    ),
}


@pytest.mark.parametrize(("content", "why"), REFUSED.values(), ids=list(REFUSED))
def test_what_is_none_of_these_is_not_taken(content: bytes, why: Why) -> None:
    with pytest.raises(NotOpened) as refusal:
        OPENER.open(content)

    assert refusal.value.why is why


def test_a_photo_that_is_a_document_too_is_a_photo_and_nothing_else() -> None:
    sent = files.a_photo() + files.a_document() + b"<script>alert(1)</script>"

    opened = OPENER.open(sent)

    assert opened.kind == "image/jpeg"
    assert b"%PDF" not in opened.document
    assert b"script" not in opened.document


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_the_largest_photo_there_may_be_is_opened_in_a_gigabyte(form: str) -> None:
    opened = OPENER.open(files.a_photo(10_000, 6_000, form=form))

    assert read(opened.thumbnail).size == (320, 192)


def test_a_child_that_hangs_is_ended_and_the_file_is_too_hard() -> None:
    hanging = ChildOpener(child=_python("import time; time.sleep(60)"), seconds=0.5)
    began = monotonic()

    with pytest.raises(NotOpened) as refusal:
        hanging.open(b"anything")

    assert refusal.value.why is Why.HARD
    assert monotonic() - began < 10


@pytest.mark.parametrize(
    "program",
    [
        "import os; os.abort()",
        "raise SystemExit(3)",
        "pass",
        "print('no JSON')",
        "print('[]')",
        "print('{}')",
        'print(\'{"not_taken": "for no reason we know"}\')',
        'print(\'{"kind": "text/html", "document": 1, "thumbnail": 1, "pages": 1}\\nab\')',
        'print(\'{"kind": "image/png", "document": 9, "thumbnail": 9, "pages": 1}\\nab\')',
        'print(\'{"kind": "image/png", "document": -1, "thumbnail": 1, "pages": 1}\\nab\')',
        "print('x' * 100000)",
    ],
)
def test_a_child_that_dies_or_talks_nonsense_harms_nobody(program: str) -> None:
    with pytest.raises(NotOpened) as refusal:
        ChildOpener(child=_python(program)).open(b"anything")

    assert refusal.value.why is Why.HARD


def test_a_child_is_told_no_setting_and_given_no_file_of_ours(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HUB_X", "a secret")
    knows = "'HUB_X' in os.environ or len(os.listdir('/proc/self/fd')) > 4"
    told = f"import os, json; print(json.dumps({{'not_taken': 'large' if {knows} else 'empty'}}))"

    with pytest.raises(NotOpened) as refusal:
        ChildOpener(child=_python(told)).open(b"anything")

    assert refusal.value.why is Why.EMPTY


def test_where_no_child_can_be_started_it_is_the_worlds_fault() -> None:
    with pytest.raises(OpenerAway):
        ChildOpener(child=("/no/such/program",)).open(b"anything")


def test_a_child_that_cannot_be_shut_in_opens_nothing_where_that_is_demanded() -> None:
    child = _python("import sys; print('{\"unsealed\": true}' if '--sealed' in sys.argv else '')")

    with pytest.raises(OpenerAway):
        ChildOpener(child=child, demand_seal=True).open(b"anything")


def test_who_waits_too_long_for_a_turn_is_asked_to_come_again() -> None:
    busy = ChildOpener(child=_python("import time; time.sleep(60)"), seconds=3, patience=0.2)
    others = [Thread(target=_open, args=(busy,)) for _ in range(2)]
    for one in others:
        one.start()

    with pytest.raises(OpenerAway):
        _wait_and_open(busy, others)

    for one in others:
        one.join()


def _wait_and_open(opener: ChildOpener, others: list[Thread]) -> None:
    while all(one.is_alive() for one in others):
        opener.open(b"anything")


def _open(opener: ChildOpener) -> None:
    with pytest.raises(NotOpened):
        opener.open(b"anything")


def _python(program: str) -> tuple[str, ...]:
    return (sys.executable, "-c", program)
