"""Files as people send them, and as nobody should: photographs, documents, bombs, masquerades."""

import struct
import zlib
from io import BytesIO

from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
GIF = b"GIF89a/*\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff*/=1;alert(1);//"
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(200)
_GPS, _MAKER, _ORIENTATION = 0x8825, 0x010F, 0x0112
_TURNED = 6  # held upright: a viewer turns it by a quarter


def a_photo(width: int = 640, height: int = 480, *, form: str = "JPEG", mode: str = "RGB") -> bytes:
    """Make a photograph of nothing in particular; the left half is red."""
    picture = Image.new(mode, (width, height), 0 if mode in {"1", "L", "I;16"} else "white")
    picture.paste(Image.new(mode, (width // 2, height), 1 if mode == "1" else "red"), (0, 0))
    return _written(picture, form)


def a_photo_that_says_where(*, form: str = "JPEG") -> bytes:
    """Make a photograph as a phone does: turned, with its place, its maker and a comment."""
    picture = Image.new("RGB", (640, 480), "white")
    told = Image.Exif()
    told[_MAKER] = "A phone of Ann's"
    told[_ORIENTATION] = _TURNED
    told.get_ifd(_GPS).update({1: "N", 2: (53.0, 14.0, 3.5), 3: "W", 4: (4.0, 27.0, 1.5)})
    written = BytesIO()
    more = {"comment": b"At Ann's home"} if form == "JPEG" else {}
    picture.save(written, format=form, exif=told, xmp=b"<x>Ann's home</x>", **more)
    return written.getvalue()


def a_document(pages: int = 1) -> bytes:
    """Make a PDF."""
    written = BytesIO()
    canvas = Canvas(written)
    for number in range(pages):
        canvas.drawString(72, 720, f"Page {number + 1}")
        canvas.showPage()
    canvas.save()
    return written.getvalue()


def a_locked_document(password: str) -> bytes:
    """Make a PDF that is encrypted, and opens without a word if the password is empty."""
    written = BytesIO()
    canvas = Canvas(written, encrypt=StandardEncryption(password, ownerPassword="owner"))
    canvas.drawString(72, 720, "Secret")
    canvas.save()
    return written.getvalue()


def a_document_that_does(action: bytes, *, is_packed: bool = False) -> bytes:
    """Make a PDF that does this when it is opened; packed, the action stands in a stream."""
    stream = zlib.compress(action) if is_packed else b"BT ET"
    return _a_document(stream, b"/FlateDecode" if is_packed else b"", b"" if is_packed else action)


def a_document_that_swells(megabytes: int, *, layers: int = 1) -> bytes:
    """Make a small PDF whose one stream unpacks to so much, packed once or several times."""
    packed = bytes(1024 * 1024) * megabytes
    for _ in range(layers):
        packed = zlib.compress(packed, 9)
    return _a_document(packed, b"/FlateDecode " * layers)


def _a_document(stream: bytes, filters: bytes, action: bytes = b"") -> bytes:
    opening = b"/OpenAction" + action if action else b""
    return (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R%s>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>>endobj\n"
        b"4 0 obj<</Length %d/Filter[%s]>>stream\n%s\nendstream endobj\n"
        b"trailer<</Root 1 0 R>>\n%%%%EOF\n" % (opening, len(stream), filters, stream)
    )


def a_picture_that_claims(width: int, height: int) -> bytes:
    """Make a PNG of a few bytes that says it is so large, and packs that many noughts."""
    row = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    packed = zlib.compress(bytes(1024 * 1024), 9)
    parts = ((b"IHDR", row), (b"IDAT", packed), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_part(name, content) for name, content in parts)


def _part(name: bytes, content: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(name + content))
    return struct.pack(">I", len(content)) + name + content + check


def _written(picture: Image.Image, form: str) -> bytes:
    written = BytesIO()
    picture.save(written, format=form)
    return written.getvalue()
