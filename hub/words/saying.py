"""Days and money as people say them."""

from datetime import date

from hub.values import Language
from hub.words.words import Words

_MONEY = {Language.EN: "£{}", Language.CY: "£{}"}
_PENCE = 100


def say_date(words: Words, day: date, language: Language, *, with_weekday: bool = True) -> str:
    """Say a day: "Tuesday 24 November 2026", "dydd Mawrth 24 Tachwedd 2026"."""
    return words.say(
        "dates.forms.weekday_first" if with_weekday else "dates.forms.plain",
        language,
        weekday=words.say(f"dates.weekdays.day_{day.isoweekday()}", language),
        day=day.day,
        month=words.say(f"dates.months.month_{day.month}", language),
        year=day.year,
    )


def say_money(pence: int, language: Language) -> str:
    """Say an amount of whole pence: "£5", "£12.50", "£1,250"."""
    pounds, rest = divmod(pence, _PENCE)
    return _MONEY[language].format(f"{pounds:,}.{rest:02}" if rest else f"{pounds:,}")
