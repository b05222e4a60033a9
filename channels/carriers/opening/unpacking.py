"""What is packed in a PDF, unpacked piece by piece without ever holding it."""

import re
import zlib
from collections.abc import Iterable, Iterator
from itertools import chain

_STREAM = re.compile(rb"stream\r?\n")
_PIECE = 64 * 1024
_LAYERS = 3  # packed, and packed again: more than once is no document, but a bomb
_PACKED = 0x78  # how a zlib stream begins that is packed in the usual way (RFC 1950)


def unpacked(content: bytes) -> Iterator[bytes]:
    """Give all that the streams of a PDF unpack to, in pieces; what is not packed is left out."""
    for stream in _STREAM.finditer(content):
        yield from _through_all_layers(_pieces(content, stream.end()))


def _through_all_layers(packed: Iterable[bytes]) -> Iterable[bytes]:
    pieces = _inflated(packed)
    for _ in range(_LAYERS):
        first = next(pieces, b"")
        whole = chain((first,), pieces)
        if not first or first[0] != _PACKED:
            return whole
        pieces = _inflated(whole)
    return pieces


def _inflated(packed: Iterable[bytes]) -> Iterator[bytes]:
    engine = zlib.decompressobj()
    try:
        for piece in packed:
            left = piece
            while left and not engine.eof:
                yield engine.decompress(left, _PIECE)
                left = engine.unconsumed_tail
            if engine.eof:
                return
    except zlib.error:
        return  # packed in another way, or damaged: the decoder judges that


def _pieces(content: bytes, start: int) -> Iterator[bytes]:
    for at in range(start, len(content), _PIECE):
        yield content[at : at + _PIECE]
