import io
import json
import logging

import structlog


def test_a_log_is_a_constant_event_with_the_reference_beside_it(written: io.StringIO) -> None:
    structlog.get_logger("workers.test").info("job held", job="17", attempts=3)

    told = json.loads(written.getvalue())
    assert told.pop("timestamp").endswith("Z")
    assert told == {"event": "job held", "job": "17", "attempts": 3, "level": "info"}


def test_what_has_no_allowed_name_is_never_written(written: io.StringIO) -> None:
    structlog.get_logger("workers.test").info("letter written", resident="Mair Evans")

    assert "letter written" in written.getvalue()
    assert "Mair" not in written.getvalue()


def test_an_error_is_logged_without_its_words(written: io.StringIO) -> None:
    try:
        int("Mair Evans")
    except ValueError:
        structlog.get_logger("workers.test").exception("job failed")
        logging.getLogger("somebody.else").exception("it broke")

    ours, theirs = (json.loads(line) for line in written.getvalue().splitlines())
    assert ours["error"] == theirs["error"] == "ValueError"
    assert "test_an_error_is_logged" in ours["where"]
    assert "Mair" not in written.getvalue()


def test_the_chatter_of_libraries_stays_out(written: io.StringIO) -> None:
    logging.getLogger("somebody.else").info("hello")

    assert not written.getvalue()
