"""Places: the council's own gazetteer, looked up by postcode, property number, street or point."""

from hub.places.collections import (
    Collection,
    collections_until,
    last_collections,
    next_collections,
)
from hub.places.folding import folded
from hub.places.known import KnownAddress, Point, Street
from hub.places.lines import Broken, GazetteerRefused
from hub.places.loading import Loaded, load_addresses, load_changed, load_collections
from hub.places.queries import at_postcode, has_addresses, nearest, streets, with_uprn
from hub.places.wording import say_street, streets_in

__all__ = [
    "Broken",
    "Collection",
    "GazetteerRefused",
    "KnownAddress",
    "Loaded",
    "Point",
    "Street",
    "at_postcode",
    "collections_until",
    "folded",
    "has_addresses",
    "last_collections",
    "load_addresses",
    "load_changed",
    "load_collections",
    "nearest",
    "next_collections",
    "say_street",
    "streets",
    "streets_in",
    "with_uprn",
]
