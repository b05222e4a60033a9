"""Logs as whoever runs the hub has them, kept in memory for a test to read."""

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager

import structlog

from hub import settings
from hub.settings import LogFormat


@contextmanager
def kept_logs() -> Iterator[io.StringIO]:
    """Keep what is logged, a line of JSON each; afterwards the logs are as they were."""
    root, stream = logging.getLogger(), io.StringIO()
    before, level = root.handlers, root.level
    settings.start_logs(LogFormat.JSON, stream=stream)
    try:
        yield stream
    finally:
        root.handlers = before
        root.setLevel(level)
        structlog.reset_defaults()
