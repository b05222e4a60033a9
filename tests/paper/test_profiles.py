import pytest

from hub import paper
from hub.paper import DL, NOTIFY, OWN, UnknownProfile


def test_a_letter_too_long_for_its_envelope_is_for_the_councils_own_print() -> None:
    assert NOTIFY.carries(10)
    assert not NOTIFY.carries(11)
    assert OWN.carries(200)
    assert NOTIFY.longer == DL.longer == OWN.name


def test_a_profile_is_found_by_its_name() -> None:
    assert paper.profile_named("dl") is DL


def test_a_profile_nobody_measured_is_refused() -> None:
    with pytest.raises(UnknownProfile):
        paper.profile_named("c4")
