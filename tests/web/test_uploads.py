"""Photos and documents at the web door: added, shown small, removed, sent."""

from sqlalchemy import select

from channels.app import make_app
from channels.pages import House
from hub.enclosures import Enclosure
from tests.builders import files
from tests.web.answers import EVERYTHING
from tests.web.conftest import At
from tests.web.uploading import (
    PICTURE,
    REMOVE,
    START,
    THUMBNAIL,
    asked,
    led_to_the_picture,
    quick,
    troubles,
)
from tests.web.visitor import Visitor

__all__ = ["asked", "quick"]


def test_a_photo_is_added_shown_small_and_goes_with_the_request(
    visitor: Visitor, at: At, house: House
) -> None:
    address = at("picture")
    visitor.open(address)

    added = visitor.upload(address, ("Llun o'r bin.jpg", files.a_photo_that_says_where()))
    page = visitor.open(address).text
    picture = visitor.open(THUMBNAIL.findall(page)[0])
    visitor.answer_until(address, {**EVERYTHING, "picture": {}})
    check = visitor.open(f"{START}/check").text
    done = visitor.submit("try-everything").text

    assert added.headers["Location"] == address
    assert "Llun o&#39;r bin.jpg" in page
    assert "Photo, " in page
    assert "I will send this later" not in page
    assert picture.data.startswith(b"\xff\xd8\xff")
    assert b"Exif" not in picture.data
    assert "Documents sent: 1" in check
    assert "Photos and documents that we received with it: 1" in done
    with house.database.reading("aberwen") as session:
        [kept] = session.sql.scalars(select(Enclosure)).all()
        assert kept.case_id is not None
        assert b"Ann" not in house.documents.get("aberwen", str(kept.sha256))


def test_what_was_added_can_be_removed_and_then_nothing_is_chosen(asked: Visitor) -> None:
    asked.upload(PICTURE, ("one.jpg", b"1"), ("two.jpg", b"2"))
    both = asked.open(PICTURE).text

    removed = [asked.send(PICTURE, {"remove": one}) for one in REMOVE.findall(both)]
    page = asked.open(PICTURE).text

    assert [one.status_code for one in removed] == [303, 303]
    assert "one.jpg" in both
    assert "two.jpg" in both
    assert "one.jpg" not in page
    assert 'type="radio" id="answer" name="later" value="yes">' in page
    assert asked.send(PICTURE, {}).status_code == 422


def test_what_is_wrong_with_a_file_is_said_of_that_file_and_the_others_are_kept(
    asked: Visitor,
) -> None:
    answered = asked.upload(
        PICTURE,
        ("bin.jpg", b"1"),
        ("letter.docx", b"type"),
        ("no.pdf", b"locked"),
        ("b.jpg", b"2"),
    )

    page = answered.text
    assert answered.status_code == 422
    assert page.count("<title>Error: ") == 1
    assert [one.split()[0] for one in troubles(page)] == ["letter.docx", "no.pdf"]
    assert page.count('<a href="#files">') == 2
    assert "<bdi>bin.jpg</bdi>" in page
    assert "<bdi>b.jpg</bdi>" in page


def test_the_same_file_sent_twice_is_there_once(asked: Visitor) -> None:
    asked.upload(PICTURE, ("bin.jpg", b"1"), ("copy.jpg", b"1"))
    asked.upload(PICTURE, ("bin.jpg", b"1"))

    page = asked.open(PICTURE).text

    assert len(THUMBNAIL.findall(page)) == 1


def test_adding_without_having_chosen_says_what_to_do(asked: Visitor) -> None:
    page = asked.upload(PICTURE, add="yes").text

    assert troubles(page) == ["Choose a photo or a document first, then add it."]


def test_a_file_that_was_chosen_counts_more_than_that_it_comes_later(asked: Visitor) -> None:
    asked.upload(PICTURE, ("bin.jpg", b"1"), later="yes")

    page = asked.open(PICTURE).text

    assert "<bdi>bin.jpg</bdi>" in page
    assert asked.send(PICTURE, {}).headers["Location"] == f"{START}/drawing"


def test_choosing_later_after_all_takes_the_place_of_nothing_that_was_added(
    asked: Visitor,
) -> None:
    asked.upload(PICTURE, ("bin.jpg", b"1"))

    asked.send(PICTURE, {"later": "yes"})

    assert "<bdi>bin.jpg</bdi>" in asked.open(PICTURE).text


def test_a_small_picture_is_shown_to_the_holder_of_the_draft_alone(
    asked: Visitor, quick: House
) -> None:
    asked.upload(PICTURE, ("bin.jpg", b"1"))
    page = asked.open(PICTURE).text
    address = THUMBNAIL.findall(page)[0]
    stranger, other = Visitor(make_app(quick)), led_to_the_picture(quick)

    own = asked.open(address)

    assert own.data == b"small 1"
    assert own.headers["Cache-Control"] == "private, no-store"
    assert own.headers["Content-Disposition"].startswith("attachment")
    assert own.headers["X-Content-Type-Options"] == "nosniff"
    assert stranger.open(address).status_code != 200
    assert other.open(address).status_code == 404
    asked.send(PICTURE, {"remove": REMOVE.findall(page)[0]})
    assert asked.open(address).status_code == 404


def test_once_sent_a_small_picture_is_shown_to_nobody_at_the_web_door(asked: Visitor) -> None:
    asked.upload(PICTURE, ("bin.jpg", b"1"))
    address = THUMBNAIL.findall(asked.open(PICTURE).text)[0]
    asked.answer_until(PICTURE, {**EVERYTHING, "picture": {}})

    asked.submit("try-everything")

    assert asked.open(address).status_code == 404


def test_answers_that_are_deleted_take_their_files_along(asked: Visitor, quick: House) -> None:
    asked.upload(PICTURE, ("bin.jpg", b"1"))

    asked.send(f"{START}/delete", {})

    with quick.database.reading("aberwen") as session:
        [kept] = session.sql.scalars(select(Enclosure)).all()
        assert kept.removed_at is not None


def test_files_chosen_when_the_language_is_changed_are_taken_first(asked: Visitor) -> None:
    welsh = "/cy/report/try-everything/picture"

    answered = asked.upload(welsh, ("bin.jpg", b"1"), tongue="cy")

    assert answered.headers["Location"] == welsh
    assert "<bdi>bin.jpg</bdi>" in asked.open(welsh).text
