"""Sheets of paper: where things stand in millimetres, the fonts, measured lines, and the QR code.

Shared by what is printed and, later, by what is read. Nothing here knows what a letter says.
"""

from hub.paper.fonts import MARK, REGULAR, SEMIBOLD, Font, lacking, legible
from hub.paper.geometry import A4, Box, millimetres, points
from hub.paper.lines import break_lines
from hub.paper.profiles import DL, NOTIFY, OWN, Profile, UnknownProfile, profile_named
from hub.paper.sheets import Sheets

__all__ = [
    "A4",
    "DL",
    "MARK",
    "NOTIFY",
    "OWN",
    "REGULAR",
    "SEMIBOLD",
    "Box",
    "Font",
    "Profile",
    "Sheets",
    "UnknownProfile",
    "break_lines",
    "lacking",
    "legible",
    "millimetres",
    "points",
    "profile_named",
]
