"""Bin days: a postcode, an address, and the days on which its bins are emptied."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus
from itertools import groupby

from flask import Response, request

from channels.pages import forms, visit
from channels.pages.fields import Wrong
from channels.pages.rendering import page
from channels.web.asking import WRONG
from channels.web.door import web
from hub import places
from hub.places import Collection, KnownAddress
from hub.values import Postcode, WrongValue
from hub.words import say_time

_FIND, _CHOSEN = "find", "chosen"
_POSTCODE, _ANSWER, _NOT_LISTED = "postcode", "answer", "none"
_FORM = "ask"
_UPRN = re.compile(r"[0-9]{1,12}")
_AHEAD = timedelta(weeks=12)


@dataclass(frozen=True, slots=True)
class BinDay:
    """Hold a day in words with the bins that are emptied on it; on a holiday it may change."""

    said: str
    bins: tuple[str, ...]
    may_change: bool


@web.get("/<language:language>/bin-days")
def bin_days() -> Response:
    """Ask for a postcode."""
    return _ask()


@web.post("/<language:language>/bin-days")
def show_bin_days() -> Response:
    """Show the addresses of a postcode, or the days of the one that was chosen.

    All of it is sent in the form: where somebody lives never stands in an address.
    """
    by, answer = forms.told(forms.BY), request.form.get(_ANSWER, "")
    postcode = _typed_postcode()
    if by == _CHOSEN and _UPRN.fullmatch(answer):
        return _days(answer)
    if by == _CHOSEN and answer == _NOT_LISTED:
        return page("bin_days_none.html", tongue_form=_FORM, answer=answer, postcode=_typed())
    if postcode is not None and by in {_FIND, _CHOSEN, ""}:
        return _list(postcode, is_unanswered=by == _CHOSEN)
    return _ask(form=_FORM, is_wrong=by == _FIND)


def ask_again(trouble: str, status: int) -> Response:
    """Show the page that asks for a postcode, with what was typed."""
    return _ask(trouble=trouble, status=status, form=_FORM)


def _ask(
    *, trouble: str = "", status: int = HTTPStatus.OK, form: str = "", is_wrong: bool = False
) -> Response:
    said = visit().spoken("problems.postcode") if is_wrong else ""
    wrongs = [Wrong(_POSTCODE, said)] if is_wrong else []
    return page(
        "bin_days.html",
        WRONG if is_wrong else status,
        trouble=trouble,
        problems=wrongs,
        postcode=_typed(),
        tongue_form=form,
    )


def _list(postcode: Postcode, *, is_unanswered: bool) -> Response:
    with visit().reading() as session:
        known = places.at_postcode(session, postcode)
    said = visit().spoken("problems.choose_one", short="")
    return page(
        "bin_days_where.html" if known else "bin_days_none.html",
        WRONG if is_unanswered else HTTPStatus.OK,
        problems=[Wrong(_ANSWER, said)] if is_unanswered else [],
        postcode=postcode.shown,
        known=known,
        answer=request.form.get(_ANSWER, ""),
        tongue_form=_FORM,
    )


def _days(uprn: str) -> Response:
    today, out_by = visit().today, visit().council.collections.out_by
    with visit().reading() as session:
        known = places.with_uprn(session, uprn)
        soonest = places.next_collections(session, uprn, after=today)
        coming = places.collections_until(session, uprn, after=today, until=today + _AHEAD)
    if known is None or not coming:
        return page("bin_days_none.html", tongue_form=_FORM, where=_line(known), answer=uprn)
    return page(
        "bin_days_found.html",
        where=_line(known),
        answer=uprn,
        soonest=[(_name(one), visit().day(one.day)) for one in soonest],
        days=_by_day(coming),
        out_by=say_time(out_by) if out_by else "",
        today=visit().day_after(today),
        tongue_form=_FORM,
    )


def _by_day(coming: Sequence[Collection]) -> list[BinDay]:
    return [
        BinDay(visit().day(day), tuple(map(_name, emptied)), visit().council.is_closed(day))
        for day, emptied in groupby(coming, key=lambda one: one.day)
    ]


def _name(one: Collection) -> str:
    """Give what residents call a bin; a word that the council did not explain is said as it is."""
    named = (kind.name for kind in visit().council.bins if kind.id == one.bin)
    name = next(named, None)
    return visit().to(name) if name else one.bin


def _line(known: KnownAddress | None) -> str:
    return ", ".join(known.address.lines) if known else ""


def _typed() -> str:
    return request.form.get(_POSTCODE, "")


def _typed_postcode() -> Postcode | None:
    try:
        return Postcode.parse(_typed())
    except WrongValue:
        return None
