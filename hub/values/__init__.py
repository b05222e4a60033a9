"""Small facts that cannot exist wrong: parsed at the door, trusted inside."""

from hub.values.address import PostalAddress, may_stand_in_window
from hub.values.area import Area
from hub.values.chance import Chance, SystemChance
from hub.values.channel import Channel
from hub.values.duty import WHOLE_COUNCIL, Duty
from hub.values.email import EmailAddress
from hub.values.folding import bare_words
from hub.values.grid import GridSquare
from hub.values.language import Language
from hub.values.moments import AskedSource, Clock, Moments, system_clock
from hub.values.mutations import radicals, relatives
from hub.values.nation import Nation, bank_holidays
from hub.values.phone import PhoneNumber
from hub.values.point import METRES_A_DEGREE, Point
from hub.values.pointing import Pointed, likely_points
from hub.values.postcode import Postcode
from hub.values.print_size import LARGEST_SIZE, SMALLEST_SIZE
from hub.values.reference import Reference
from hub.values.role import Role
from hub.values.save_code import SaveCode
from hub.values.text import Text
from hub.values.wrong import WrongValue

__all__ = [
    "LARGEST_SIZE",
    "METRES_A_DEGREE",
    "SMALLEST_SIZE",
    "WHOLE_COUNCIL",
    "Area",
    "AskedSource",
    "Chance",
    "Channel",
    "Clock",
    "Duty",
    "EmailAddress",
    "GridSquare",
    "Language",
    "Moments",
    "Nation",
    "PhoneNumber",
    "Point",
    "Pointed",
    "PostalAddress",
    "Postcode",
    "Reference",
    "Role",
    "SaveCode",
    "SystemChance",
    "Text",
    "WrongValue",
    "bank_holidays",
    "bare_words",
    "likely_points",
    "may_stand_in_window",
    "radicals",
    "relatives",
    "system_clock",
]
