"""Where one definition is read and judged, whoever wrote it."""

from collections.abc import Sequence
from dataclasses import dataclass

from hub.catalogue import versions
from hub.catalogue.definition import Service
from hub.catalogue.judging import Judge, Judged, judge_structure
from hub.catalogue.loading import Known, about_you, read_service
from hub.files import Mistake, Part, Proof
from hub.values import Language

Languages = tuple[Language, ...]


@dataclass(frozen=True, slots=True)
class Bench:
    """Hold the hub's own questions, which end every service, and who may refuse one.

    `texts` says whether an answer by text message may be offered.
    """

    about: Part | None
    judges: Sequence[Judge] = ()
    texts: bool = True

    def read(
        self, part: Part, languages: Languages, known: Known
    ) -> tuple[Service | None, list[Mistake]]:
        """Give the service that a definition makes, or every mistake in it."""
        proof = Proof(languages)
        merged = part
        if self.about:
            merged = about_you.append(part, self.about, languages, texts=self.texts)
        service = read_service(merged, known=known, proof=proof)
        if not proof.mistakes:
            judged = Judged(service, merged)
            judges = (judge_structure, *self.judges)
            proof.mistakes += [mistake for judge in judges for mistake in judge(judged)]
        if proof.mistakes:
            return None, proof.mistakes
        return versions.named(service, merged), []
