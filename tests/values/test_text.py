"""Words kept in every language."""

import pytest

from hub.values import Language, Text


def test_text_speaks_the_language_that_is_asked_for() -> None:
    bin_ = Text({"en": "Grey bin", "cy": "Bin llwyd"})

    assert bin_.to(Language.CY) == "Bin llwyd"
    assert Text({"en": "Grey bin"}).to(Language.CY) == "Grey bin"


def test_text_fills_its_place_holders_in_its_own_language() -> None:
    said = Text({"en": "About {what}", "cy": "Ynghylch {what}"})

    filled = said.fill(what=Text({"en": "a bin", "cy": "bin"}))

    assert filled == Text({"en": "About a bin", "cy": "Ynghylch bin"})


def test_text_is_said_in_one_language_with_its_place_holders_filled_in_that_language() -> None:
    said = Text({"en": "About {what}", "cy": "Ynghylch {what}"})
    what = Text({"en": "a bin", "cy": "bin"})

    assert said.say(Language.CY, what=what) == "Ynghylch bin"
    assert Text({"en": "About {what}"}).say(Language.CY, what=what) == "About a bin"


def test_a_language_that_is_not_ours_is_refused() -> None:
    with pytest.raises(ValueError, match="fr"):
        Text({"fr": "poubelle"})
