"""The door of staff: signing in, my work, and one case after another; not for residents."""

from channels.desk import (
    account,
    case,
    duties,
    elsewhere,
    home,
    kept,
    searching,
    second_step,
    setting_up,
    signing_in,
)
from channels.desk.door import desk

__all__ = [
    "account",
    "case",
    "desk",
    "duties",
    "elsewhere",
    "home",
    "kept",
    "searching",
    "second_step",
    "setting_up",
    "signing_in",
]
