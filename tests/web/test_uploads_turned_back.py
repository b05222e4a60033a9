"""Files at the web door that are not taken, too many, too large, or called what deceives."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import pytest
from werkzeug.datastructures import FileStorage

from channels.pages import House, Limits
from hub.enclosures import Why
from tests.builders import files
from tests.builders.logs import kept_logs
from tests.web.conftest import At, MakeHouse
from tests.web.uploading import (
    PICTURE,
    REMOVE,
    START,
    THUMBNAIL,
    FakeOpener,
    asked,
    led_to_the_picture,
    quick,
    troubles,
)
from tests.web.visitor import Visitor

__all__ = ["asked", "quick"]


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("why", list(Why))
def test_every_reason_is_said_in_both_languages_with_the_files_name_and_what_to_do(
    asked: Visitor, why: Why, language: str
) -> None:
    address = f"/{language}/report/try-everything/picture"

    page = asked.upload(address, ("bin {0}.jpg", why.encode())).text

    [said] = troubles(page)
    assert "bin {0}.jpg" in said
    assert said.count(". ") >= 1  # what is wrong, then what to do


def test_a_drawing_with_a_script_is_not_taken(visitor: Visitor, at: At) -> None:
    address = at("picture")
    visitor.open(address)

    page = visitor.upload(address, ("bin.svg.jpg", files.SVG)).text

    assert troubles(page)[0].startswith("bin.svg.jpg is no JPEG, PNG or WebP photo and no PDF.")


def test_of_more_than_ten_the_first_are_taken_and_the_others_named(asked: Visitor) -> None:
    page = asked.upload(PICTURE, *((f"{n}.jpg", b"%d" % n) for n in range(1, 13))).text
    again = asked.upload(PICTURE, ("13.jpg", b"13")).text

    assert len(THUMBNAIL.findall(page)) == 10
    assert "You can add 10 files here at most. We did not add 11.jpg, 12.jpg." in page
    assert "We did not add 13.jpg." in again


def test_when_no_file_can_be_opened_the_others_are_kept_and_later_is_a_way(
    asked: Visitor,
) -> None:
    answered = asked.upload(PICTURE, ("bin.jpg", b"1"), ("b.jpg", b"away"), later="yes")

    assert answered.status_code == 422
    assert "<bdi>bin.jpg</bdi>" in answered.text
    assert troubles(answered.text)[0].startswith("We could not look at b.jpg just now.")


NAMES = [
    "../../../../etc/passwd",
    "C:\\Windows\\System32\\cmd.exe",
    "/var/lib/hub/secret",
    "a\x00b.jpg",
    "\N{RIGHT-TO-LEFT OVERRIDE}gpj.exe",
    "<script>alert(1)<!--.jpg",
    '"onerror="alert(1).jpg',
    "{name}{0}%s.jpg",
    "a" * 10_000 + ".jpg",
    ".",
    "\N{ZERO WIDTH SPACE}",
    "con.jpg%0D%0ASet-Cookie: x=1",
    "日本語🗑️.jpg",
    "=cmd|' /C calc'!A0.jpg",
]


def test_two_hundred_names_that_deceive_are_shown_without_harm(
    asked: Visitor, quick: House
) -> None:
    names = [f"{n}{NAMES[n % len(NAMES)]}" for n in range(200)]

    for start in range(0, 200, 10):
        chosen = ((name, name.encode("utf-8", "replace")) for name in names[start : start + 10])
        assert asked.upload(PICTURE, *chosen).status_code == 303
        page = asked.open(PICTURE).text
        shown = re.findall("<bdi>([^<]*)</bdi>", page)
        assert len(shown) == 20  # each in the list and on its button
        assert not any({"/", "\\", "\0", "\N{RIGHT-TO-LEFT OVERRIDE}"} & set(one) for one in shown)
        assert all(len(one) < 400 for one in shown)
        assert "<script>" not in page
        for one in REMOVE.findall(page):
            asked.send(PICTURE, {"remove": one})

    written = [file for file in quick.settings.data.rglob("*") if "passwd" in file.name]
    assert written == []


def test_of_two_hundred_files_at_once_ten_are_taken_and_some_of_the_others_named(
    asked: Visitor,
) -> None:
    page = asked.upload(PICTURE, *((f"{n}.jpg", b"%d" % n) for n in range(200))).text

    assert len(THUMBNAIL.findall(page)) == 10
    assert "We did not add 10.jpg, 11.jpg, 12.jpg, 13.jpg, 14.jpg …." in page


def test_no_name_is_in_a_log_or_an_address(make_house: MakeHouse) -> None:
    with kept_logs() as logs:
        visitor = led_to_the_picture(make_house(opener=FakeOpener()))
        visitor.upload(PICTURE, ("Sian-Llyr.jpg", b"1"), ("Ann-Wyn.pdf", b"locked"))
        page = visitor.open(PICTURE).text
        visitor.open(THUMBNAIL.findall(page)[0])

        written = logs.getvalue()

    assert "request answered" in written
    assert not re.search("Sian-Llyr|Ann-Wyn", written)
    assert not re.search('(?:href|src|action|value)="[^"]*Sian-Llyr', page)


def test_another_draft_cannot_answer_with_what_was_sent_with_this_one(
    asked: Visitor, quick: House
) -> None:
    asked.upload(PICTURE, ("bin.jpg", b"1"))
    enclosure = REMOVE.findall(asked.open(PICTURE).text)[0]
    other = led_to_the_picture(quick)

    answered = other.send(PICTURE, {"documents": "a" * 64})
    other.send(PICTURE, {"remove": enclosure})

    assert answered.status_code == 422
    assert "<bdi>bin.jpg</bdi>" in asked.open(PICTURE).text


def test_files_on_a_page_that_was_open_too_long_are_asked_for_again(asked: Visitor) -> None:
    asked.upload(PICTURE, ("bin.jpg", b"1"))

    chosen = [FileStorage(BytesIO(b"2"), filename="new.jpg")]
    answered = asked.send(PICTURE, {"files": chosen}, token="old")

    assert answered.status_code == 400
    assert "Choose those that are not in the list below once more." in answered.text
    assert "<bdi>bin.jpg</bdi>" in answered.text


@contextmanager
def _narrow(make_house: MakeHouse) -> Iterator[Visitor]:
    limits = Limits(
        all_pages="100000 per minute",
        sent="1000 per minute",
        files="2 per minute",
        sent_bytes=300_000,
        files_bytes=2_000_000,
    )
    yield led_to_the_picture(make_house(limits=limits, opener=FakeOpener()))


def test_a_page_for_files_alone_may_be_large(make_house: MakeHouse) -> None:
    with _narrow(make_house) as visitor:
        taken = visitor.upload(PICTURE, ("bin.jpg", b"1" * 1_000_000))
        at_once = visitor.upload(PICTURE, ("bin.jpg", b"2" * 3_000_000))
        elsewhere = visitor.upload(f"{START}/label", ("bin.jpg", b"1" * 1_000_000))
        stranger = Visitor(visitor.client.application)
        without_draft = stranger.upload(
            PICTURE, ("bin.jpg", b"1" * 1_000_000), csrf_token=stranger.token("/en/track")
        )

    assert taken.status_code == 303
    assert at_once.status_code == 413
    assert "That was too much at once" in at_once.text
    assert "<bdi>bin.jpg</bdi>" in at_once.text
    assert elsewhere.status_code == 413
    assert without_draft.status_code == 413


def test_who_sends_files_too_often_is_told_when_to_come_back(make_house: MakeHouse) -> None:
    with _narrow(make_house) as visitor:
        answered = [visitor.upload(PICTURE, (f"{n}.jpg", b"%d" % n)) for n in range(3)]

    assert [one.status_code for one in answered] == [303, 303, 429]
    assert "Choose those that are not in the list below once more." in answered[2].text
    assert "<bdi>1.jpg</bdi>" in answered[2].text
    assert "Retry-After" in answered[2].headers
