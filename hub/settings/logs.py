"""How the program speaks of itself: a constant sentence with the reference beside it.

Only the names in `SAYABLE` may stand beside an event, and of an error only its class and where it
happened: a name, an answer, a number or an address cannot slip into a log with them.
"""

import logging
import sys
import traceback
from collections.abc import Mapping, MutableMapping
from types import TracebackType
from typing import Any, TextIO, TypeAlias

import structlog

from hub.settings.settings import LogFormat

SAYABLE = frozenset(
    {
        "attempts",
        "case",
        "channel",
        "council",
        "count",
        "error",
        "event",
        "job",
        "key",
        "level",
        "method",
        "name",
        "outcome",
        "port",
        "queue",
        "reference",
        "route",
        "seconds",
        "status",
        "timestamp",
        "version",
        "where",
    }
)

Told: TypeAlias = MutableMapping[str, Any]
_ExcInfo: TypeAlias = tuple[type[BaseException], BaseException, TracebackType | None]


def start_logs(log_format: LogFormat, *, stream: TextIO | None = None) -> None:
    """Send every log, our own and the libraries', to `stream` (default: stderr)."""
    shared: list[structlog.typing.Processor] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        name_the_error,
        keep_only_sayable,
    ]
    last = structlog.stdlib.ProcessorFormatter.wrap_for_formatter
    structlog.configure(
        processors=[*shared, last],
        logger_factory=structlog.stdlib.LoggerFactory(),
    )
    _send_all(shared, _writer(log_format), stream or sys.stderr)


def name_the_error(_logger: object, _method: str, told: Told) -> Told:
    """Put an error's class and place instead of its words, which may be personal."""
    found = _error_of(told.pop("exc_info", None))
    if found is not None:
        kind, _, trace = found
        told["error"] = kind.__qualname__
        told["where"] = " < ".join(
            f"{frame.name}:{frame.lineno}" for frame in reversed(traceback.extract_tb(trace, -5))
        )
    return told


def keep_only_sayable(_logger: object, _method: str, told: Told) -> Told:
    """Drop whatever stands beside an event under a name that is not `SAYABLE`."""
    inner = {name: told[name] for name in told if name.startswith("_")}
    return {name: told[name] for name in told if name in SAYABLE} | inner


def _error_of(told: object) -> _ExcInfo | None:
    if isinstance(told, BaseException):
        return type(told), told, told.__traceback__
    if isinstance(told, tuple) and told[0] is not None:
        return told  # logging's own three: class, error, traceback
    kind, error, trace = sys.exc_info() if told is True else (None, None, None)
    return None if kind is None or error is None else (kind, error, trace)


def _writer(log_format: LogFormat) -> structlog.typing.Processor:
    if log_format is LogFormat.JSON:
        return structlog.processors.JSONRenderer()
    return structlog.dev.ConsoleRenderer(colors=False)


def _send_all(
    shared: list[structlog.typing.Processor], writer: structlog.typing.Processor, stream: TextIO
) -> None:
    listener = logging.StreamHandler(stream)
    listener.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, writer],
        )
    )
    root = logging.getLogger()
    root.handlers = [listener]
    root.setLevel(logging.WARNING)
    for name, level in _LEVELS.items():
        logging.getLogger(name).setLevel(level)


_LEVELS: Mapping[str, int] = {
    "hub": logging.INFO,
    "channels": logging.INFO,
    "workers": logging.INFO,
    "main": logging.INFO,
    "urllib3": logging.CRITICAL,  # its warnings name whole addresses, with a number in them
}
