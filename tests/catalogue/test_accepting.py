"""Whether an overlay still fits the library, and what it changes in plain words."""

from pathlib import Path

from hub.catalogue import Catalogue, overlays
from hub.catalogue.definition import Question
from hub.councils import Councils
from hub.values import Language
from tests.catalogue.overlaid import FILE, laid, refused
from tests.catalogue.written import BINS, changed

ASKED = "questions:\n  - change: permit\n    ask: {en: Which number?, cy: Pa rif?}\n"


def test_a_change_that_nobody_compared_with_the_library_is_refused(tmp_path: Path) -> None:
    (mistake,) = refused(laid(tmp_path, ASKED, is_accepted=False))

    assert (mistake.line, mistake.key) == (4, "questions.1.ask")
    assert "“permit.ask”" in mistake.what
    assert "hub diff bins" in mistake.remedy


def test_where_the_library_changed_the_same_words_the_overlay_no_longer_fits(
    tmp_path: Path,
) -> None:
    newer = changed("{en: Which permit?, cy: Pa drwydded?}", "{en: Your permit?, cy: Trwydded?}")

    (mistake,) = refused(laid(tmp_path, ASKED, bins=newer))

    assert "The library has changed “permit.ask”" in mistake.what


def test_where_the_library_changed_other_words_the_overlay_still_fits(tmp_path: Path) -> None:
    newer = changed("length: 8", "length: 9").replace("Which bin?", "What bin?")

    assert refused(laid(tmp_path, ASKED, bins=newer)) == ()


def test_where_the_library_lost_the_question_the_overlay_is_refused(tmp_path: Path) -> None:
    newer = BINS.replace("id: permit", "id: licence")

    (mistake,) = refused(laid(tmp_path, ASKED, bins=newer))

    assert (mistake.file, mistake.line) == (FILE, 3)
    assert "“permit” is not known" in mistake.what


def test_accepting_again_replaces_what_was_accepted_and_keeps_every_other_line(
    tmp_path: Path,
) -> None:
    templates = laid(tmp_path, f"# Ours.\n{ASKED}", bins=changed("Which permit?", "Permit?"))
    path = templates / FILE
    before = path.read_text("utf-8")

    overlays.accept(path, overlays.compare(templates, path).changes)

    after = path.read_text("utf-8")
    assert after.count("accepted:") == before.count("accepted:") == 1
    assert after != before
    assert after.partition("# Written")[0] == before.partition("# Written")[0]
    assert refused(templates) == ()


def test_what_a_council_changes_is_told_in_plain_words(tmp_path: Path) -> None:
    overlay = f"{ASKED}  - leave_out: too_many\ndeadline: {{answer: 5 days}}\n"
    templates = laid(tmp_path, overlay)

    compared = overlays.compare(templates, templates / FILE)
    told = [line for change in compared.changes for line in overlays.tell(change)]

    assert told == [
        "“permit.ask” is changed:",
        "  library: en: Which permit?",
        "  library: cy: Pa drwydded?",
        "  here:    en: Which number?",
        "  here:    cy: Pa rif?",
        "“too_many” is left out:",
        "  library: en: Too many.",
        "  library: cy: Gormod.",
        "“deadline.answer” is changed:",
        "  library: 2 working days",
        "  here:    5 days",
    ]


def test_another_council_keeps_the_librarys_words(tmp_path: Path) -> None:
    templates = laid(tmp_path, ASKED)
    other = templates / "councils" / "pentref" / "council.yaml"
    other.parent.mkdir()
    council = (templates / "councils" / "aberwen" / "council.yaml").read_text("utf-8")
    other.write_text(
        council.replace("council: aberwen", "council: pentref").replace("localhost, ", ""), "utf-8"
    )
    written = (templates / "councils" / "aberwen" / "council.yaml").read_text("utf-8")
    (templates / "councils" / "aberwen" / "council.yaml").write_text(
        written.replace("127.0.0.1", "aberwen.example"), "utf-8"
    )
    councils = Councils.read(templates / "councils")

    offered_now = Catalogue.read(templates, councils, letters={"received"})

    ours, theirs = (offered_now.service(name, "bins") for name in ("aberwen", "pentref"))
    assert ours.version != theirs.version
    assert isinstance(theirs.steps[1], Question)
    assert theirs.steps[1].ask.to(Language.EN) == "Which permit?"
