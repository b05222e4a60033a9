"""Window envelopes: what of a folded sheet is seen through the window, however the sheet lies."""

from dataclasses import dataclass, replace

from hub.paper.geometry import A4, Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """Hold an envelope's size and its window, in mm.

    `panel` is the height of the folded sheet (a third of A4 is 99, half of it 148.5). The folded
    sheet is smaller than the envelope and slides about: `play` is how far.
    """

    width: float
    height: float
    panel: float
    window_left: float
    window_bottom: float
    window_width: float
    window_height: float

    @property
    def play_down(self) -> float:
        """Give how far the sheet can slide up and down."""
        return self.height - self.panel

    @property
    def play_across(self) -> float:
        """Give how far the sheet can slide left and right."""
        return self.width - A4.width

    @property
    def window(self) -> Box:
        """Give the window, from the envelope's top left corner."""
        top = self.height - self.window_bottom - self.window_height
        return Box(
            self.window_left,
            top,
            self.window_left + self.window_width,
            top + self.window_height,
        )

    @property
    def safe(self) -> Box:
        """Give the part of the sheet that is seen wherever the sheet lies."""
        window, across, down = self.window, self.play_across, self.play_down
        return Box(window.left, window.top, window.right - across, window.bottom - down)

    @property
    def seen(self) -> Box:
        """Give the part of the sheet that may be seen; nothing but the address stands in it."""
        window, across, down = self.window, self.play_across, self.play_down
        return Box(window.left - across, window.top - down, window.right, window.bottom)


DL_WINDOW = Envelope(
    width=220,
    height=110,
    panel=99,
    window_left=20,
    window_bottom=18,
    window_width=90,
    window_height=35,
)

LARGER_DL_WINDOW = replace(DL_WINDOW, window_width=93, window_height=39)
"""The other window of DL envelopes, in the same place; no box of envelopes says which it has."""
