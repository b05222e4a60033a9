"""Booked days: which are free, and a place on one of them, held once whoever asks at once."""

from hub.bookings.errors import DayGone
from hub.bookings.free import booked_day, question_of, with_all_days, with_free_days
from hub.bookings.over import Overbooked, overbooked
from hub.bookings.rows import Booked
from hub.bookings.verbs import forgo, free, hold, take_again

__all__ = [
    "Booked",
    "DayGone",
    "Overbooked",
    "booked_day",
    "forgo",
    "free",
    "hold",
    "overbooked",
    "question_of",
    "take_again",
    "with_all_days",
    "with_free_days",
]
