import pytest

from hub.paper import DL, NOTIFY, OWN, Box, Profile
from hub.paper.envelopes import DL_WINDOW, LARGER_DL_WINDOW


def test_a_dl_window_shows_what_the_formula_says() -> None:
    panel, height, bottom, window = 99, 110, 18, 35
    play = height - panel

    safe = DL_WINDOW.safe

    assert (safe.top, safe.bottom) == (panel - bottom - window + play, panel - bottom)
    assert (DL_WINDOW.seen.top, DL_WINDOW.seen.bottom) == (46, 92)


def test_through_either_window_of_a_dl_envelope_the_address_is_seen_and_nothing_else() -> None:
    for window in (DL_WINDOW, LARGER_DL_WINDOW):
        assert window.safe.holds(DL.address)
        assert DL.seen.holds(window.seen)
    assert (DL.seen.top, DL.seen.bottom) == (42, 92)


@pytest.mark.parametrize("down", [0, 4, 11])
@pytest.mark.parametrize("across", [0, 5, 10])
def test_what_is_safe_is_seen_wherever_the_sheet_lies(down: int, across: int) -> None:
    lying = DL_WINDOW.safe.moved(across, down)

    assert DL_WINDOW.window.holds(lying)


@pytest.mark.parametrize("profile", [NOTIFY, DL, OWN], ids=lambda profile: profile.name)
def test_nothing_but_the_address_has_its_place_in_the_window(profile: Profile) -> None:
    others = (profile.logo, profile.contact, profile.first_body)

    assert profile.seen.holds(profile.address)
    assert not any(_overlap(profile.seen, other) for other in others)


def test_the_places_of_notify_are_those_it_checks() -> None:
    assert NOTIFY.address == Box(24.6, 39.5, 120, 66.3)
    assert NOTIFY.logo == Box(15, 5, 125, 30)
    assert NOTIFY.contact == Box(125, 5, 195, 95)
    assert NOTIFY.first_body == Box(15, 95, 195, 292)
    assert NOTIFY.later_body == Box(15, 5, 195, 292)
    assert NOTIFY.most_pages == 10


def _overlap(one: Box, other: Box) -> bool:
    apart = one.right <= other.left or other.right <= one.left
    return not (apart or one.bottom <= other.top or other.bottom <= one.top)
