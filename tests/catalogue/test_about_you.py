"""The hub's own questions, which stand in one file and end every service."""

from pathlib import Path

from tests.catalogue.written import ABOUT_YOU, mistakes_in


def test_a_mistake_in_the_hubs_own_questions_is_told_once_and_in_their_file(
    tmp_path: Path,
) -> None:
    wrong = ABOUT_YOU.replace("means: post_to", "means: post")

    (mistake,) = mistakes_in(tmp_path, about_you=wrong)

    assert (mistake.file, mistake.remedy) == ("services/_about-you.yaml", "Write “post_to”.")


def test_an_answer_that_the_hub_itself_would_not_understand_is_a_mistake(tmp_path: Path) -> None:
    wrong = ABOUT_YOU.replace("{id: cy, say", "{id: fr, say").replace(
        "{id: en, say", "{id: english, say"
    )
    size = """\
  - id: size
    kind: choice
    means: size
    ask: {en: Which size?, cy: Pa faint?}
    options:
      - {id: 18, say: {en: Large, cy: Bras}}
      - {id: huge, say: {en: Huge, cy: Enfawr}}
"""

    (mistake,) = mistakes_in(tmp_path, about_you=ABOUT_YOU + size)

    assert "“huge” is not known" in mistake.what
    assert mistakes_in(tmp_path, about_you=wrong)
