"""A request that was looked up: where it stands, what is added to it, that somebody still waits."""

from collections.abc import Iterator
from http import HTTPStatus

from flask import Response, request, session
from werkzeug.datastructures import FileStorage

from channels.pages import forms, limits, visit
from channels.pages.fields import FILES, Wrong
from channels.web import addresses, enclosing, knowing, standing, tracking
from channels.web.door import web
from channels.web.knowing import Known, NotKnown
from hub import intake, interview
from hub.enclosures import NotOpened, TooManyEnclosures
from hub.errors import TryAgain
from hub.intake import Joining
from hub.interview import Problem
from hub.values import Channel

HERE = "/<language:language>/track/request"
_NOTE, _WHICH, _KEY = "note", "which", "key"
_MOST_FILES = 10  # at a time
_DONE = "told"


@web.get(HERE)
def follow() -> Response:
    """Show where the request stands that this browser looked up."""
    try:
        return standing.show(knowing.known(), note_of_page=str(session.pop(_DONE, "")))
    except NotKnown:
        return addresses.onward(f"/{visit().language}/track")


@web.post(f"{HERE}/add")
def add() -> Response:
    """Add a note and files; sent twice it is added once, and whatever is taken stays taken."""
    if forms.told(forms.TONGUE):
        return shown_again("", HTTPStatus.OK)
    try:
        known = knowing.known_of_page(forms.told(forms.DRAFT))
    except NotKnown:
        return tracking.ask_who(note=request.form.get(_NOTE, ""), has_files=bool(forms.files()))
    limits.demand("web.send")
    wrongs = [*_note_added(known), *_files_added(known)]
    if not wrongs:
        return onward("add.done")
    has_note_wrong = any(wrong.id == _NOTE for wrong in wrongs)
    typed = request.form.get(_NOTE, "") if has_note_wrong else ""
    return standing.show(known, HTTPStatus.UNPROCESSABLE_ENTITY, typed=typed, wrongs=wrongs)


@web.post(f"{HERE}/waiting")
def still_waiting() -> Response:
    """Pass on that somebody still waits; pressed twice it is passed on once."""
    here = visit()
    if forms.told(forms.TONGUE):
        return shown_again("", HTTPStatus.OK)
    try:
        known = knowing.known_of_page(forms.told(forms.DRAFT))
    except NotKnown:
        return addresses.onward(f"/{here.language}/track")
    limits.demand("web.send")
    with here.session() as transaction:
        viewer = known.viewer(here)
        intake.join_waiting(transaction, viewer, _joining(known), council=here.council)
    return onward("")


@web.post(f"{HERE}/leave")
def leave() -> Response:
    """Let this browser know nobody any more."""
    knowing.forget()
    session[tracking.LEFT] = True
    return addresses.onward(f"/{visit().language}/track")


def shown_again(trouble: str, status: int) -> Response:
    """Show the request with the note that was typed."""
    typed = request.form.get(_NOTE, "")
    try:
        return standing.show(knowing.known(), status, typed=typed, trouble=trouble)
    except NotKnown:
        return tracking.ask_who(note=typed, has_files=bool(forms.files()))


def takes_files() -> bool:
    """Say whether files may be sent: only somebody who is known may send any."""
    try:
        knowing.known()
    except NotKnown:
        return False
    return True


def too_much_at_once() -> Response:
    """Show the request again to which too much was sent at once; nothing of it could be read."""
    trouble = visit().say("trouble.files_large")
    try:
        return standing.show(knowing.known(), HTTPStatus.REQUEST_ENTITY_TOO_LARGE, trouble=trouble)
    except NotKnown:
        return tracking.ask_who(note="", has_files=True)


def _note_added(known: Known) -> Iterator[Wrong]:
    here = visit()
    try:
        note = interview.read_note(request.form.get(_NOTE, ""), here.today)
    except Problem as problem:
        yield Wrong(_NOTE, here.to(problem.said(here.house.words)))
        return
    if note:
        with here.session() as transaction:
            intake.join_note(transaction, known.viewer(here), _joining(known), note=note)
    elif not forms.files():
        yield Wrong(_NOTE, here.say("add.nothing"))


def _files_added(known: Known) -> Iterator[Wrong]:
    """Add what was chosen, one by one, and say what is wrong with each that is not taken."""
    files = forms.files()
    if not files:
        return
    limits.demand(limits.FILES)
    if len(files) > _MOST_FILES:
        yield Wrong(FILES, visit().say("add.too_many", most=_MOST_FILES))
        return
    for file in files:
        try:
            _add(known, file)
        except NotOpened as refusal:
            yield enclosing.wrong_file(f"file_{refusal.why}", file)
        except TooManyEnclosures:
            yield Wrong(FILES, visit().say("add.full"))
            return
        except TryAgain:
            yield enclosing.wrong_file("file_away", file)


def _add(known: Known, file: FileStorage) -> None:
    """Open a file, then keep it: nothing is held up while it is opened."""
    here, content = visit(), enclosing.opened(file)
    with here.session() as transaction:
        viewer = known.viewer(here)
        intake.join_document(
            transaction,
            viewer,
            _joining(known),
            opened=content,
            path=forms.told(_WHICH),
            name=file.filename or "",
            documents=here.house.documents,
        )


def _joining(known: Known) -> Joining:
    return Joining(
        case_id=known.case_id, asker=known.asker, channel=Channel.WEB, key=forms.told(_KEY)
    )


def onward(told: str) -> Response:
    """Send the browser on to where the request stands, to be told this there once."""
    session[_DONE] = told
    return addresses.onward(address())


def address() -> str:
    """Give where a request is shown to whoever is known."""
    return f"/{visit().language}/track/request"
