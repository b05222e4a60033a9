"""The body as strips: the thinnest slices of a letter that cannot be cut across.

A strip that `stays` lies on the same page as the next one: headings with their paragraph, the
first two and the last two lines of a paragraph, a list with what is said of it, the signature with
the words before it. In giant print a page holds ten lines, so that only headings stay.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from hub import paper
from hub.letters.edition import Block, Heading, Paragraph, Passage, Points, Told
from hub.letters.ink import Filled, Ink, Line
from hub.letters.setting import GIANT_PRINT, LARGE_PRINT, Setting
from hub.paper import REGULAR, SEMIBOLD, Box, Font

_LONG = 8  # an answer of more lines stands below its label, as wide as the letter
_SHORT = 3  # a paragraph of so many lines is not cut
_BULLET = "•"
_LABELS = 0.36  # of the column, where labels stand beside what was said
_GUTTER = 6.0
_RULE = 0.2
_BETWEEN, _AFTER_HEADING, _BEFORE_HEADING = 0.85, 0.35, 1.1  # of a line

Slice = tuple[float, tuple[Ink, ...]]


@dataclass(frozen=True, slots=True)
class Strip:
    """Be a slice of the body, so many mm high, its ink measured from its own top."""

    height: float
    ink: tuple[Ink, ...] = ()
    stays: bool = False


def strips_of(passage: Passage, setting: Setting) -> Iterator[Strip]:
    """Cut a passage into strips, with a blank line between paragraphs."""
    blank = Strip(setting.leading * _BETWEEN)
    yield from _paragraph(passage.date, setting)
    yield blank
    yield from _paragraph(passage.greeting, setting)
    yield blank
    yield from _heading(passage.subject, setting, larger=4 if setting.size < GIANT_PRINT else 2)
    blocks = passage.blocks
    for n, (before, block) in enumerate(pairwise((Heading(passage.subject), *blocks))):
        yield _gap(before, block, setting, stays=_belongs(blocks, n, setting))
        strips = list(_block(block, setting))
        if strips and _belongs(blocks, n + 1, setting):
            strips[-1] = replace(strips[-1], stays=True)
        yield from strips


def _belongs(blocks: Sequence[Block], n: int, setting: Setting) -> bool:
    """Say whether a block stays with the one before: the signature, and what is said of a list."""
    if not 0 < n < len(blocks) or setting.size >= GIANT_PRINT:
        return False
    is_signature = n == len(blocks) - 1
    is_of_list = isinstance(blocks[n - 1], Points) and isinstance(blocks[n], Paragraph)
    return is_signature or is_of_list


def _gap(before: Block, block: Block, setting: Setting, *, stays: bool) -> Strip:
    if isinstance(before, Heading):
        return Strip(setting.leading * _AFTER_HEADING, stays=True)
    share = _BEFORE_HEADING if isinstance(block, Heading) else _BETWEEN
    return Strip(setting.leading * share, stays=stays)


def _block(block: Block, setting: Setting) -> Iterator[Strip]:
    match block:
        case Heading(words):
            yield from _heading(words, setting, larger=1 if setting.size < GIANT_PRINT else 0)
        case Paragraph(words):
            yield from _paragraph(words, setting)
        case Points(lines):
            for line in lines:
                yield from _point(line, setting)
        case Told(rows):
            yield from _told(rows, setting)


def _heading(words: str, setting: Setting, *, larger: float) -> Iterator[Strip]:
    set_larger = setting.sized(setting.size + larger)
    for height, ink in _slices(_lines(words, SEMIBOLD, set_larger), SEMIBOLD, set_larger):
        yield Strip(height * 0.92, ink, stays=True)


def _paragraph(words: str, setting: Setting) -> Iterator[Strip]:
    yield from _kept(_slices(_lines(words, REGULAR, setting), REGULAR, setting), setting)


def _point(words: str, setting: Setting) -> Iterator[Strip]:
    indented = setting.part(paper.millimetres(setting.size * 1.1))
    (height, first), *others = _slices(_lines(words, REGULAR, indented), REGULAR, indented)
    bullet = setting.line(_BULLET, font=REGULAR)
    yield from _kept([(height, (bullet, *first)), *others], setting)


def _told(rows: Sequence[tuple[str, str]], setting: Setting) -> Iterator[Strip]:
    pad = Strip(setting.leading * 0.22, stays=True)
    rule = Filled(Box(setting.left, 0, setting.left + setting.width, _RULE))
    yield Strip(_RULE, (rule,), stays=True)
    for label, said in rows:
        yield pad
        yield from _row(label, said, setting)
        yield pad
        yield Strip(_RULE, (rule,))


def _row(label: str, said: str, setting: Setting) -> Iterator[Strip]:
    beside = _beside(label, said, setting) if setting.size < LARGE_PRINT else []
    if 0 < len(beside) <= _LONG:
        yield from _kept(beside, setting, last_stays=True)
        return
    for height, ink in _slices(_lines(label, SEMIBOLD, setting), SEMIBOLD, setting):
        yield Strip(height, ink, stays=True)
    answers = _slices(_lines(said, REGULAR, setting), REGULAR, setting)
    yield from _kept(answers, setting, last_stays=True)


def _beside(label: str, said: str, setting: Setting) -> list[Slice]:
    wide = setting.width * _LABELS
    left, right = setting.part(0, wide), setting.part(wide + _GUTTER)
    labels = _slices(_lines(label, SEMIBOLD, left), SEMIBOLD, left)
    answers = _slices(_lines(said, REGULAR, right), REGULAR, right)
    whole = (*_stack(labels), *_stack(answers[: len(labels)]))
    return [(setting.leading * len(labels), whole), *answers[len(labels) :]]


def _stack(slices: Sequence[Slice]) -> Iterator[Ink]:
    top = 0.0
    for height, inks in slices:
        yield from (ink.lowered(top) for ink in inks)
        top += height


def _kept(
    slices: Sequence[Slice], setting: Setting, *, last_stays: bool = False
) -> Iterator[Strip]:
    last = len(slices) - 1
    together = _SHORT if setting.size < GIANT_PRINT else 0
    for n, (height, ink) in enumerate(slices):
        stays = last < together or (together > 0 and n in {0, last - 1})
        yield Strip(height, ink, stays=last_stays if n == last else stays)


def _lines(words: str, font: Font, setting: Setting) -> list[str]:
    return paper.break_lines(
        paper.legible(words), font=font, size=setting.size, width=setting.width
    )


def _slices(lines: Sequence[str], font: Font, setting: Setting) -> list[Slice]:
    height = setting.leading
    inks: list[tuple[Line, ...]] = [(setting.line(line, font=font),) for line in lines]
    return [(height, ink) for ink in inks]
