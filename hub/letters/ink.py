"""Ink on a page: words, rules and the QR code, each with its place in mm from the top left."""

from dataclasses import dataclass

from hub.paper import Box, Font, Sheets

BLACK = "#1a1a1a"
QUIET = "#474747"
RULE = "#b4b4b4"


@dataclass(frozen=True, slots=True)
class Line:
    """Be one line of legible words."""

    left: float
    baseline: float
    words: str
    font: Font
    size: float
    colour: str = BLACK

    def lowered(self, down: float) -> "Line":
        """Give the same line so many mm further down."""
        baseline = self.baseline + down
        return Line(self.left, baseline, self.words, self.font, self.size, self.colour)

    def draw(self, sheets: Sheets) -> None:
        """Put it on the sheet."""
        sheets.write(
            self.words,
            left=self.left,
            baseline=self.baseline,
            font=self.font,
            size=self.size,
            colour=self.colour,
        )


@dataclass(frozen=True, slots=True)
class Filled:
    """Be a filled box: a rule, or a bar of the council's colour."""

    box: Box
    colour: str = RULE

    def lowered(self, down: float) -> "Filled":
        """Give the same box so many mm further down."""
        return Filled(self.box.moved(0, down), self.colour)

    def draw(self, sheets: Sheets) -> None:
        """Put it on the sheet."""
        sheets.fill(self.box, self.colour)


@dataclass(frozen=True, slots=True)
class Code:
    """Be a QR code, `size` mm wide; the 4 modules around it must stay white."""

    left: float
    top: float
    size: float
    web_address: str

    def lowered(self, down: float) -> "Code":
        """Give the same code so many mm further down."""
        return Code(self.left, self.top + down, self.size, self.web_address)

    def draw(self, sheets: Sheets) -> None:
        """Put it on the sheet."""
        sheets.code(self.web_address, left=self.left, top=self.top, size=self.size)


Ink = Line | Filled | Code
