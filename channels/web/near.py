"""The box for the nearest address, where there are any addresses to find."""

from dataclasses import replace

from channels.pages.fields import NEAR, Field
from channels.web.hand import Hand
from hub import places


def fitting(hand: Hand, field: Field) -> Field:
    """Give the field of a place without the box that a council without a gazetteer cannot serve."""
    with hand.visit.reading() as session:
        if places.has_addresses(session):
            return field
    return replace(field, boxes=tuple(box for box in field.boxes if box.name != NEAR))
