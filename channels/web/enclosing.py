"""Files at the web door: added to a question, shown small, removed again.

Each file is opened outside this process and kept at once, by itself: what is wrong with one is said
of that one, and all others are there. Nothing is held up while a file is being opened.
"""

from collections.abc import Iterator, Sequence
from time import monotonic
from uuid import UUID

from flask import Response, request
from werkzeug.datastructures import FileStorage

from channels.pages import fields, forms, limits, visit
from channels.pages.fields import Wrong
from channels.web import addresses, asking, tokens
from channels.web.door import web
from channels.web.hand import Hand, Held, in_hand, in_sight
from hub import drafts, enclosures, interview
from hub.enclosures import LARGEST, NotOpened, Opened
from hub.errors import TryAgain
from hub.interview import MOST_DOCUMENTS

_REMOVE = "remove"
_SECONDS = 60.0  # for all files of one form: a browser waits no longer
_NAMED = 5  # of the files that are too many; the others are counted by looking at the list


@web.get("/<language:language>/report/<service>/sent/<uuid:enclosure>")
def thumbnail(service: str, enclosure: UUID) -> Response:
    """Show something that was sent as a small picture, to the holder of the draft alone.

    :raises UnknownDocument: if it was not sent with this browser's draft.
    """
    here = visit()
    with here.reading() as session:
        draft = drafts.find(session, tokens.newest(service))
        documents = here.house.documents
        picture = enclosures.thumbnail_of(session, draft.id, enclosure, documents=documents)
    response = Response(picture, mimetype="image/jpeg")
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Content-Disposition"] = 'attachment; filename="picture.jpg"'
    return response


def is_told() -> bool:
    """Say whether a form adds or removes files; if not, it goes on."""
    return bool(forms.files()) or any(forms.told(name) for name in (_REMOVE, forms.ADD))


def change(service: str, path: str) -> Response:
    """Add the files that were chosen, or remove one, and show the list as it is then."""
    removed = forms.told(_REMOVE)
    wrongs = _removed(service, path, removed) if removed else list(_added(service, path))
    if not wrongs:
        return addresses.onward(addresses.question(service, path))
    with in_sight(service) as hand:
        return asking.ask(hand, path, typed=_chosen(), wrongs=wrongs)


def _removed(service: str, path: str, enclosure: str) -> list[Wrong]:
    with in_hand(service, path) as hand:
        kept = [
            one.sha256 for one in hand.enclosed if one.path == path and str(one.id) != enclosure
        ]
        _answer(hand, path, kept)
    return []


def _added(service: str, path: str) -> Iterator[Wrong]:
    """Add what was chosen, one by one, and say what is wrong with each that is not taken."""
    chosen = forms.files()
    if not chosen:
        yield _wrong("file_choose")
        return
    limits.demand(limits.FILES)
    ends = monotonic() + _SECONDS
    for number, file in enumerate(chosen):
        if _is_full(service, path):
            yield _too_many(chosen[number:])
            return
        try:
            _add(service, path, file, is_late=monotonic() > ends)
        except NotOpened as refusal:
            yield wrong_file(f"file_{refusal.why}", file)
        except TryAgain:
            yield wrong_file("file_away", file)


def _is_full(service: str, path: str) -> bool:
    with in_hand(service, path) as hand:
        interview.step(hand.asked, path)
        return len(_kept(hand, path)) >= MOST_DOCUMENTS


def _add(service: str, path: str, file: FileStorage, *, is_late: bool) -> None:
    """Open a file, then keep it: while it is opened, nobody waits for this draft.

    :raises NotOpened: if it is not taken.
    :raises TryAgain: if it can be neither opened nor kept just now.
    """
    if is_late:
        raise TryAgain
    content = opened(file)
    with in_hand(service, path) as hand:
        sha256 = enclosures.take(
            hand.session,
            hand.draft.id,
            content,
            path=path,
            name=file.filename or "",
            documents=hand.visit.house.documents,
        )
        _answer(hand, path, [*_kept(hand, path), sha256])


def opened(file: FileStorage) -> Opened:
    """Open a file that was sent, where it can do no harm.

    :raises NotOpened: if it is not taken.
    :raises OpenerAway: if no file can be opened just now.
    """
    return visit().house.opener.open(file.stream.read(LARGEST + 1))


def wrong_file(key: str, file: FileStorage) -> Wrong:
    """Say what is wrong with one of the files, by its name."""
    return _wrong(key, name=_name(file))


def _answer(hand: Held, path: str, kept: Sequence[str]) -> None:
    if kept:
        hand.keep(interview.answer(hand.asked, path, {"documents": kept}))
    else:
        hand.keep(interview.take_back(hand.asked, path))


def _kept(hand: Hand, path: str) -> list[str]:
    return [one.sha256 for one in hand.enclosed if one.path == path]


def _too_many(files: Sequence[FileStorage]) -> Wrong:
    names = ", ".join(_name(file) for file in files[:_NAMED])
    more = " …" if len(files) > _NAMED else ""
    return _wrong("files_many", most=str(MOST_DOCUMENTS), names=f"{names}{more}")


def _wrong(key: str, **values: str) -> Wrong:
    return Wrong(fields.FILES, visit().spoken(f"problems.{key}", **values))


def _name(file: FileStorage) -> str:
    return enclosures.shown_name(file.filename or "") or visit().say("files.unnamed")


def _chosen() -> dict[str, list[str]]:
    """Give how else a file comes, as it was chosen; of the files a browser remembers nothing."""
    return {fields.LATER: request.form.getlist(fields.LATER)}
