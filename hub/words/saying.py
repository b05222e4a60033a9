"""Days and money as people say them."""

from datetime import date, time

from hub.values import Language
from hub.words.words import Words

_MONEY = {Language.EN: "£{}", Language.CY: "£{}"}
_PENCE = 100
_NOON = 12


def say_date(words: Words, day: date, language: Language, *, with_weekday: bool = True) -> str:
    """Say a day: "Tuesday 24 November 2026", "dydd Mawrth 24 Tachwedd 2026"."""
    form = "weekday_first" if with_weekday else "plain"
    return _said(words, day, language, form=form, weekdays="weekdays")


def say_date_after(words: Words, day: date, language: Language) -> str:
    """Say a day as it is said after "ar", "hyd at", "tan" and "o": "ddydd Mawrth 24 Tachwedd"."""
    return _said(words, day, language, form="weekday_first", weekdays="weekdays_after")


def _said(words: Words, day: date, language: Language, *, form: str, weekdays: str) -> str:
    return words.say(
        f"dates.forms.{form}",
        language,
        weekday=words.say(f"dates.{weekdays}.day_{day.isoweekday()}", language),
        day=day.day,
        month=words.say(f"dates.months.month_{day.month}", language),
        year=day.year,
    )


def say_time(moment: time) -> str:
    """Say a time of day, alike in both languages: "7am", "4:30pm"."""
    hour = moment.hour % _NOON or _NOON
    minutes = f":{moment.minute:02}" if moment.minute else ""
    return f"{hour}{minutes}{'am' if moment.hour < _NOON else 'pm'}"


def say_count(words: Words, language: Language, *, count: int, unit: str) -> str:
    """Say so many of a unit of time: "2 years", "2 flynedd"; Welsh changes with the number."""
    own = f"periods.{unit}.n{count}"
    return words.say(own if own in words else f"periods.{unit}.other", language, count=count)


def say_money(pence: int, language: Language) -> str:
    """Say an amount of whole pence: "£5", "£12.50", "£1,250"."""
    pounds, rest = divmod(pence, _PENCE)
    return _MONEY[language].format(f"{pounds:,}.{rest:02}" if rest else f"{pounds:,}")
