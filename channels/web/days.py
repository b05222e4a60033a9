"""Days to choose from, a handful at a time: the soonest first, and a way to those after them."""

from dataclasses import replace

from flask import request

from channels.pages.fields import Field

FEW = 5
AFTER = "after"


def few(field: Field) -> Field:
    """Give the field with the days after the one that the address names, or around the chosen."""
    days = [one for one in field.options if not one.is_apart]
    others = tuple(one for one in field.options if one.is_apart)
    first = _first(field)
    shown = days[first : first + FEW]
    is_more = first + FEW < len(days)
    return replace(
        field,
        options=(*shown, *others),
        later=shown[-1].value if is_more else "",
        is_later=first > 0,
    )


def _first(field: Field) -> int:
    """Give the place of the first day shown; an address that names no day begins with the first."""
    days = [one for one in field.options if not one.is_apart]
    after = request.args.get(AFTER, "")
    if after and request.method == "GET":
        later = (place for place, one in enumerate(days) if one.value > after)
        return next(later, 0)
    chosen = (place for place, one in enumerate(days) if one.is_chosen)
    return next(chosen, 0) // FEW * FEW
