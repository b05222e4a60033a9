"""A service as one council offers it, written into one file."""

from pathlib import Path

from hub import files
from hub.catalogue.exchange.provenance import Provenance, checksum
from hub.catalogue.library import FOLDER
from hub.catalogue.overlays import merge, overlays_of
from hub.catalogue.versions import DefinitionRefused
from hub.files import Part, Proof

_HEAD = """\
# A service of {council}. Take it in with `hub import-service`.
# Do not change this file: change the service once it is taken in.
"""


def export(templates: Path, council_id: str, service_id: str, *, provenance: Provenance) -> str:
    """Give the file of a service, with what the council changes of it, under its provenance.

    :raises DefinitionRefused: if its files cannot be read.
    """
    definition = _definition(templates, council_id, service_id).plain()
    from_where = provenance.plain()
    whole = {
        "provenance": from_where,
        "definition": definition,
        "checksum": checksum(from_where, definition),
    }
    return _HEAD.format(council=" ".join(provenance.council.split())) + files.write(whole)


def _definition(templates: Path, council_id: str, service_id: str) -> Part:
    proof = Proof()
    library = files.read(templates / FOLDER / f"{service_id}.yaml", root=templates, proof=proof)
    paths = [path for path in overlays_of(templates, council_id) if path.stem == service_id]
    for path in paths:
        overlay = files.read(path, root=templates, proof=proof)
        library = merge(library, overlay, proof).part if library and overlay else library
    if library is None or proof.mistakes:
        raise DefinitionRefused(proof.mistakes)
    return library
