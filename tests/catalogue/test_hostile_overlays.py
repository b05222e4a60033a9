"""Whatever stands in an overlay, it is offered or refused with a place and a remedy."""

from pathlib import Path
from random import Random

import pytest

from hub.catalogue import Catalogue, DefinitionRefused, judge_words, overlays
from hub.councils import Councils
from hub.files import Mistake
from tests.catalogue.hostile import is_told_well, one_change
from tests.catalogue.overlaid import FILE, laid, refused

CHANGES = 150  # from each of four seeds
OVERLAY = """\
deadline: {answer: 3 working days}
routing: {otherwise: bulky-waste}
without: [urgent]
questions:
  - change: bin
    ask: {en: Which one?, cy: Pa un?}
    options:
      - {change: grey, say: {en: Black, cy: Du}}
      - {before: brown, id: glass, say: {en: Glass, cy: Gwydr}}
      - leave_out: blue
  - change: permit
    without: [length]
  - leave_out: [too_many]
  - after: what
    id: colour
    kind: choice
    ask: {en: What colour?, cy: Pa liw?}
    options:
      - {id: red, say: {en: Red, cy: Coch}}
      - {id: white, say: {en: White, cy: Gwyn}}
  - before: home
    stop: no_glass
    when: {bin: glass}
    why: {en: No glass., cy: Dim gwydr.}
    instead: {en: Take it., cy: Ewch ag ef.}
    anyway: {en: Ring us., cy: Ffoniwch ni.}
    go_on: yes
fee:
  - {pence: 200, per: things, say: {en: Each, cy: Yr un}}
"""


def mistakes(templates: Path) -> tuple[Mistake, ...]:
    councils = Councils.read(templates / "councils")
    return Catalogue.check(templates, councils, letters={"received"}, judges=[judge_words])


def compared(templates: Path) -> list[str]:
    """Compare as `hub diff` does; a refusal has lines too."""
    try:
        found = overlays.compare(templates, templates / FILE)
    except DefinitionRefused as wrong:
        return str(wrong).splitlines()
    return [line for change in found.changes for line in overlays.tell(change)]


@pytest.mark.parametrize("seed", range(4))
def test_a_changed_overlay_is_offered_or_refused_with_a_place_and_a_remedy(
    tmp_path: Path, seed: int
) -> None:
    templates = laid(tmp_path, OVERLAY)
    assert mistakes(templates) == ()
    written = (templates / FILE).read_text("utf-8")
    chance = Random(f"overlay {seed}")
    refusals = 0

    for changed in (one_change(written, chance) for _ in range(CHANGES)):
        (templates / FILE).write_text(changed, encoding="utf-8")
        found = mistakes(templates)
        refusals += bool(found)

        assert all(is_told_well(mistake, changed) for mistake in found), changed
        assert {mistake.file for mistake in found} <= {FILE}, changed
        assert compared(templates), changed

    assert CHANGES // 3 < refusals < CHANGES


@pytest.mark.parametrize(
    "written", [b"", b"changes: bins", b"- a\n", b"\xff\n", b"changes: &a bins"]
)
def test_a_hostile_overlay_is_refused_with_its_name(tmp_path: Path, written: bytes) -> None:
    templates = laid(tmp_path, OVERLAY)
    (templates / FILE).write_bytes(written)

    found = refused(templates)

    assert found
    assert {mistake.file for mistake in found} == {FILE}
