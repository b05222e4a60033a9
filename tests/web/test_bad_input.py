import pytest
from flask import Flask

from tests.web.answers import EVERYTHING
from tests.web.conftest import At
from tests.web.visitor import Form, Visitor, said

_NASTY = (
    "a\x00b",
    "a\x1bb",
    "a\u202eb",
    "<b>bold</b><script>alert(1)</script>",
    "</para><img src='/etc/passwd'>",
    "{{ 42*42 }}{% raw %}",
    "😀👩\u200d👩\u200d👧",
    "\"'&lt;",
    "w" * 1_000_000,
)
_TWICE = {"things.2.what", "things.2.heavy", "things.2.another", "write_here", "answer_by"}
_ONE_OF_EACH_KIND = sorted(set(EVERYTHING) - _TWICE)


@pytest.mark.parametrize("path", _ONE_OF_EACH_KIND)
def test_whatever_is_typed_is_taken_or_shown_again_and_never_comes_alive(
    visitor: Visitor, at: At, path: str
) -> None:
    address = at(path)

    for words in _NASTY:
        sent = visitor.send(address, dict.fromkeys(EVERYTHING[path], words))

        assert sent.status_code in {303, 413, 422}
        assert "<script>alert" not in sent.text
        assert "<img" not in sent.text
        assert "1764" not in sent.text
    assert visitor.open("/en/report/try-everything/check").status_code == 303


def test_a_million_letters_are_given_back_to_be_shortened(visitor: Visitor, at: At) -> None:
    address = at("story")

    sent = visitor.send(address, said("w" * 1_000_000))

    assert sent.status_code == 422
    assert "w" * 1_000_000 in sent.text
    assert "There is a problem" in sent.text


def test_more_than_a_page_can_hold_is_refused_and_the_answers_are_kept(
    visitor: Visitor, at: At
) -> None:
    address = at("story")

    sent = visitor.send(address, said("w" * 3_000_000))

    assert sent.status_code == 413
    assert "That is too much for one page" in sent.text
    assert visitor.open("/en/report/try-everything/go-on").headers["Location"] == address


def test_a_wrong_answer_says_so_in_the_title_the_summary_and_beside_the_field(
    visitor: Visitor, at: At
) -> None:
    address = at("since")

    page = visitor.send(address, {"day": "31", "month": "2", "year": "2026"}).text

    assert "<title>Error: Since when?" in page
    assert 'role="alert"' in page
    assert '<a href="#day">' in page
    assert page.count("<h1>") == 1
    summary = page.split('<a href="#day">')[1].split("</a>")[0]
    assert f"</span>{summary}</p>" in page


def test_a_wrong_answer_is_explained_in_welsh(visitor: Visitor) -> None:
    first = visitor.begin("try-everything", "cy")

    page = visitor.send(first, {}).text

    assert "<title>Gwall: " in page
    assert "Mae problem wedi codi" in page


def test_what_was_typed_stays_beside_what_is_wrong_with_it(visitor: Visitor, at: At) -> None:
    address = at("home")
    foreign = {"line1": "1 Rue d'Été", "line2": "", "town": "Paris", "postcode": "75001"}

    page = visitor.send(address, foreign).text

    assert 'value="1 Rue d&#39;Été"' in page
    assert 'value="75001"' in page
    assert '<a href="#postcode">' in page
    assert page.count('aria-invalid="true"') == 1


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("story", {"answer": "so it was", "role": "admin"}),
        ("story", {"answer": ["once", "twice"]}),
        ("since", {"day": ["1", "2"], "month": "1", "year": "2026"}),
        (
            "home",
            {"line1": "1 High Street", "town": "Aberwen", "postcode": "LL99 9AA", "uprn": "1"},
        ),
        ("label", {"answer": "Property of the council", "unknown": "yes"}),
    ],
)
def test_fields_that_a_page_does_not_have_are_refused_and_the_rest_is_kept(
    visitor: Visitor, at: At, path: str, form: Form
) -> None:
    address = at(path)

    sent = visitor.send(address, form)

    assert sent.status_code == 422
    assert "There is a problem" in sent.text
    assert visitor.open("/en/report/try-everything/go-on").headers["Location"] == address


def test_a_question_that_does_not_exist_has_a_page_with_a_way_onward(
    visitor: Visitor, at: At
) -> None:
    at("story")

    for path in ("nothing", "things.9.what", "things.x", "..", "story.1", "%00", "a" * 3000):
        shown = visitor.open(f"/en/report/try-everything/{path}")
        sent = visitor.send(f"/en/report/try-everything/{path}", said("x"), token=visitor.token(""))

        assert {shown.status_code, sent.status_code} <= {404, 405}
        assert 'href="/en/"' in shown.text


@pytest.mark.parametrize(
    "path",
    [
        "/en/report/nothing",
        "/en/report/nothing/bin",
        "/report/nothing",
        "/en/report/missed-bin%00",
        "/fr/",
        "/fr/report/missed-bin",
        "/en/nothing",
        "/wp-login.php",
        "/en/report/../../etc/passwd",
        "/static/hub.css",
    ],
)
def test_an_address_that_leads_nowhere_says_so(visitor: Visitor, path: str) -> None:
    answer = visitor.open(path)

    assert answer.status_code == 404
    assert "There is no page here" in answer.text
    assert "01632 960001" in answer.text


def test_the_page_for_a_wrong_address_speaks_the_language_of_the_address(visitor: Visitor) -> None:
    assert "Nid oes tudalen yma" in visitor.open("/cy/nothing").text
    assert "Nid oes tudalen yma" in visitor.open("/nothing", Accept_Language="cy").text


def test_a_body_that_is_no_form_is_refused(visitor: Visitor, at: At) -> None:
    address = at("story")

    for kind in ("application/json", "text/plain", "", "application/xml"):
        sent = visitor.client.post(address, data=b'{"answer": "x"}', content_type=kind)

        assert sent.status_code == 415
        assert "We could not read that" in sent.text


def test_a_broken_multipart_body_is_no_fault_of_ours(visitor: Visitor, at: At) -> None:
    address = at("story")

    sent = visitor.client.post(
        address, data=b"--x\r\nContent-Dis", content_type="multipart/form-data; boundary=x"
    )

    assert 400 <= sent.status_code < 500


def test_methods_that_no_page_has_are_refused(visitor: Visitor) -> None:
    refused = visitor.client.delete("/en/track")
    options = visitor.client.options("/en/track")
    head = visitor.client.head("/en/track")

    assert refused.status_code == 405
    assert "POST" in refused.headers["Allow"]
    assert options.status_code == 200
    assert head.status_code == 200
    assert head.text == ""


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "a b", "\x00", "[::1]"])
def test_a_host_where_no_council_lives_is_told_so_in_every_language(app: Flask, host: str) -> None:
    answer = app.test_client().get("/en/", headers={"Host": host})

    assert answer.status_code in {400, 404}
    assert "There is no council at this address" in answer.text
    assert "Nid oes cyngor yn y cyfeiriad hwn" in answer.text
