"""QR codes as filled rectangles: sharp at any size, and quick to draw."""

from collections.abc import Iterator

import zxingcpp


def runs(web_address: str) -> tuple[int, list[tuple[int, int, int]]]:
    """Give a code's size in modules and its dark runs: row from the bottom, first module, length.

    The size does not count the quiet zone of 4 modules that must stay white around it (ISO 18004).
    """
    code = zxingcpp.create_barcode(web_address, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    image = code.to_image(scale=1, add_quiet_zones=False)
    size = image.shape[0]
    dots = bytes(image)  # type: ignore[call-overload]  # it is a buffer; its stub does not say so
    rows = (dots[row * size : (row + 1) * size] for row in range(size))
    return size, [
        (size - 1 - row, first, length)
        for row, line in enumerate(rows)
        for first, length in _dark(line)
    ]


def _dark(line: bytes) -> Iterator[tuple[int, int]]:
    end = 0
    while (first := line.find(0, end)) >= 0:
        end = line.find(255, first)
        end = len(line) if end < 0 else end
        yield first, end - first
