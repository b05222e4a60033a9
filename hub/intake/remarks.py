"""What `hub check` says of a council that lacks what a service could use: no mistake, and told."""

from collections.abc import Iterator
from pathlib import Path

from hub.catalogue.definition import Question, Service
from hub.councils import Council
from hub.intake.knowing import fact_of

COLLECTIONS = "collections.csv"


def remarks(service: Service, council: Council, folder: Path) -> Iterator[str]:
    """Give what a service would know if the council told it; `folder` is that of the council."""
    fact = fact_of(service)
    if fact is None:
        return
    if not (folder / COLLECTIONS).is_file():
        yield (
            f"{service.id}: “{fact.id}” is known by {COLLECTIONS}, which {council.id} has not here."
            " Until bin days are loaded (hub gazetteer FILE --collections) the day is asked."
        )
    named = {one.id for one in council.bins}
    for option in _question(service, fact.bin).options:
        if named and option.id not in named:
            yield (
                f"{service.id}: “{option.id}” is no bin in {council.id}'s council.yaml:"
                " nothing is known of it."
            )


def _question(service: Service, id_: str) -> Question:
    asked = (step for step in service.steps if isinstance(step, Question))
    return next(question for question in asked if question.id == id_)
