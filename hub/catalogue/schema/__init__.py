"""The JSON Schema of a service's file, so that an editor can help while it is written.

It is made of the tables that the loader reads by (`loading/keys.py`, `loading/limits.py`, the
kinds), and refuses nothing that the loader takes. What it cannot say (does a condition name an
earlier question?) is said by `hub check`.
"""

from hub.catalogue.schema.shapes import Schema
from hub.catalogue.schema.writing import overlay_schema, service_schema, written

__all__ = ["Schema", "overlay_schema", "service_schema", "written"]
