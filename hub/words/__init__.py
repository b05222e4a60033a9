"""The words the hub says: read from `templates/`, in every language, never written in code."""

from hub.words.saying import say_count, say_date, say_date_after, say_money, say_time
from hub.words.words import UnknownWords, Words, WordsRefused

__all__ = [
    "UnknownWords",
    "Words",
    "WordsRefused",
    "say_count",
    "say_date",
    "say_date_after",
    "say_money",
    "say_time",
]
