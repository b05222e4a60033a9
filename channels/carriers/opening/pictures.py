"""Pictures: decoded, turned upright, and written anew, so that nothing but the picture is left.

A photograph carries where it was taken, with what, and often a smaller picture of what was cut
away. None of it goes along: only the dots are copied.
"""

import struct
from io import BytesIO

from PIL import Image, ImageOps, JpegImagePlugin, MpoImagePlugin, PngImagePlugin, WebPImagePlugin

from channels.carriers.opening.bounds import Bounds
from channels.carriers.opening.kinds import JPEG, PNG, WEBP
from channels.carriers.opening.verdict import NotTaken, Taken

_FORMATS = {
    JPEG: JpegImagePlugin.JpegImageFile.format,
    PNG: PngImagePlugin.PngImageFile.format,
    WEBP: WebPImagePlugin.WebPImageFile.format,
}
_MANY_IN_ONE = MpoImagePlugin.MpoImageFile  # what some phones write as JPEG: known before the seal
_GREY = frozenset({"1", "L"})
_DEEP_GREY = ("I", "F")
_GOOD = 88  # of 95: no eye sees the difference
_SMALL = 80
_QUICK = 4  # of 9: how hard a PNG is packed
_WRONG = (OSError, ValueError, SyntaxError, TypeError, KeyError, EOFError, struct.error)


def prepare() -> None:
    """Load every decoder now: once sealed, no file can be opened any more."""
    Image.preinit()
    Image.MAX_IMAGE_PIXELS = None  # ours is the tighter bound, and it is an answer


def open_picture(content: bytes, kind: str, bounds: Bounds) -> Taken:
    """Write a picture anew: PNG stays PNG, all else becomes JPEG.

    :raises NotTaken: "dots" if it is too large to be decoded, or "damaged".
    """
    try:
        picture = _plain(_decoded(content, kind, bounds), may_be_clear=kind == PNG)
        document = _written(picture, PNG if kind == PNG else JPEG)
    except MemoryError as error:
        raise NotTaken("dots") from error
    except _WRONG as error:
        raise NotTaken("damaged") from error
    kept = PNG if kind == PNG else JPEG
    return Taken(kept, document, thumbnail_of(picture, bounds.thumbnail), pages=1)


def thumbnail_of(picture: Image.Image, longest: int) -> bytes:
    """Give a small JPEG of a picture, `longest` dots on its longer side; the picture shrinks."""
    picture.thumbnail((longest, longest))
    return _written(_plain(picture, may_be_clear=False), JPEG, quality=_SMALL)


def _decoded(content: bytes, kind: str, bounds: Bounds) -> Image.Image:
    with Image.open(BytesIO(content), formats=[str(_FORMATS[kind])]) as picture:
        if picture.width * picture.height > bounds.dots:
            raise NotTaken("dots")
        picture.load()
        return _upright(picture)


def _upright(picture: Image.Image) -> Image.Image:
    try:
        return ImageOps.exif_transpose(picture)
    except _WRONG:
        return picture.copy()  # what it says of itself is broken; the picture is not


def _plain(picture: Image.Image, *, may_be_clear: bool) -> Image.Image:
    """Give the dots alone, in one of the few ways that every reader knows."""
    is_clear = picture.has_transparency_data
    if picture.mode.startswith(_DEEP_GREY):
        plain = picture.convert("I").point(lambda depth: depth * (1 / 256)).convert("L")
    elif is_clear and may_be_clear:
        plain = picture.convert("RGBA")
    elif is_clear:
        plain = _on_white(picture.convert("RGBA"))
    else:
        plain = picture.convert("L" if picture.mode in _GREY else "RGB")
    plain.info = {}
    return plain


def _on_white(picture: Image.Image) -> Image.Image:
    white = Image.new("RGB", picture.size, "white")
    white.paste(picture, mask=picture.getchannel("A"))
    return white


def _written(picture: Image.Image, kind: str, *, quality: int = _GOOD) -> bytes:
    written = BytesIO()
    if kind == PNG:
        picture.save(written, format="PNG", compress_level=_QUICK)
    else:
        picture.save(written, format="JPEG", quality=quality)
    return written.getvalue()
