"""One service in one file, with where it comes from: how councils hand services to each other."""

from hub.catalogue.exchange.exporting import export
from hub.catalogue.exchange.importing import Imported, take_in
from hub.catalogue.exchange.provenance import Provenance

__all__ = ["Imported", "Provenance", "export", "take_in"]
