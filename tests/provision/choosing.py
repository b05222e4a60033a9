"""Which tests a run takes: the make targets `prove`, `bench`, `golden` and `pictures` choose."""

import pytest

_PROMISE = "promise"


def add_options(parser: pytest.Parser) -> None:
    """Add an option per make target that chooses."""
    group = parser.getgroup("the hub")
    group.addoption("--prove", metavar="P2", help="prove one promise to its full figure")
    group.addoption("--bench", action="store_true", help="measure, and do nothing else")
    group.addoption("--golden", action="store_true", help="write the golden files anew")
    group.addoption("--pictures", action="store_true", help="make the pictures in the docs anew")


def choose(config: pytest.Config, tests: list[pytest.Item]) -> None:
    """Keep the tests that this run is about, and report the others as deselected."""
    kept = [test for test in tests if _is_wanted(config, test)]
    dropped = [test for test in tests if test not in set(kept)]
    if dropped:
        config.hook.pytest_deselected(items=dropped)
        tests[:] = kept


def _is_wanted(config: pytest.Config, test: pytest.Item) -> bool:
    fixtures = getattr(test, "fixturenames", ())
    promise = config.getoption("--prove")
    if promise is not None:
        return any(promise in mark.args for mark in test.iter_markers(_PROMISE))
    if config.getoption("--bench"):
        return test.get_closest_marker("bench") is not None
    if config.getoption("--golden"):
        return "golden" in fixtures
    if config.getoption("--pictures"):
        return "album" in fixtures
    return not any(test.get_closest_marker(mark) for mark in ("slow", "bench"))
