"""Booked days: which are free, and a place on one of them, held once whoever asks at once."""

from hub.bookings.errors import DayGone
from hub.bookings.free import question_of, with_all_days, with_free_days
from hub.bookings.rows import Booked
from hub.bookings.verbs import forgo, free, hold

__all__ = [
    "Booked",
    "DayGone",
    "forgo",
    "free",
    "hold",
    "question_of",
    "with_all_days",
    "with_free_days",
]
