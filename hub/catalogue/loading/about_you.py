"""The hub's own questions (who are you, how shall we answer), appended to every service.

They stand once, in `services/_about-you.yaml`. A question with `needs: home` is left out of a
service that asks for no home; one with `needs: somebody_else` where nobody is asked for by another;
the question of the language, where the council has only one; texts and the question for a mobile,
where nothing carries them.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from hub.catalogue.definition import ON_BEHALF, Meaning
from hub.catalogue.loading import asking_for
from hub.files import Part
from hub.values import Language

_TEXT = "text"


def append(
    service: Part, about_you: Part, languages: Sequence[Language], *, texts: bool = True
) -> Part:
    """Give the definition of a service with the hub's questions after its own.

    Without `texts` nothing carries text messages, and they are not offered.
    """
    own = (service.mapping or {}).get("questions")
    if own is None or not own.members or about_you.mapping is None:
        return service
    asked = about_you.mapping.get("questions")
    questions = (asked.members or ()) if asked else ()
    there = _there(service, own.members)
    dropped = {_id(q) for q in questions if _is_dropped(q, languages, there)}
    questions = asking_for.fitted(questions, own.members)
    if not texts:
        dropped |= {_id(q) for q in questions if _says(q, "means", Meaning.MOBILE)}
        questions = tuple(_without_texts(question) for question in questions)
    kept = (
        _fitted(q, dropped, languages) for q in questions if not _is_needless(q, there, dropped)
    )
    merged = own.holding((*own.members, *kept))
    return service.holding({**(service.mapping or {}), "questions": merged})


def _says(question: Part, name: str, word: str) -> bool:
    part = (question.mapping or {}).get(name)
    return part is not None and part.written == word


def _id(question: Part) -> str:
    part = (question.mapping or {}).get("id")
    return part.written if part else ""


def _there(service: Part, own: Sequence[Part]) -> frozenset[str]:
    """Give what the service asks or is of itself: the meanings of its questions, and the needs."""
    written = [question.mapping or {} for question in own]
    means = {one["means"].written for one in written if "means" in one and "id" in one}
    is_for_others = asking_for.is_asked(service, means)
    return frozenset(means | {asking_for.NEED} if is_for_others else means)


def _is_dropped(question: Part, languages: Sequence[Language], there: AbstractSet[str]) -> bool:
    needs = (question.mapping or {}).get("needs")
    if needs is not None:
        return needs.written not in there
    return _says(question, "means", Meaning.LANGUAGE) and len(languages) == 1


def _is_needless(question: Part, there: AbstractSet[str], dropped: AbstractSet[str]) -> bool:
    """Say whether it need not be asked: it was dropped, or the service asks it of its own."""
    own = any(_says(question, "means", each) for each in ON_BEHALF & there)
    return own or _id(question) in dropped


def _fitted(question: Part, dropped: AbstractSet[str], languages: Sequence[Language]) -> Part:
    parts = {name: part for name, part in (question.mapping or {}).items() if name != "needs"}
    if not parts:
        return question
    if "only_if" in parts:
        parts["only_if"] = _pruned(parts["only_if"], dropped)
        if parts["only_if"].is_empty:
            del parts["only_if"]
    if _says(question, "means", Meaning.LANGUAGE) and "options" in parts:
        offered = [part for part in parts["options"].members or () if _id(part) in languages]
        parts["options"] = parts["options"].holding(tuple(offered))
    return question.holding(parts)


def _without_texts(question: Part) -> Part:
    parts = dict(question.mapping or {})
    if not _says(question, "means", Meaning.WAY) or "options" not in parts:
        return question
    offered = [part for part in parts["options"].members or () if _id(part) != _TEXT]
    parts["options"] = parts["options"].holding(tuple(offered))
    return question.holding(parts)


def _pruned(condition: Part, dropped: AbstractSet[str]) -> Part:
    if condition.members is not None:
        alternatives = tuple(_pruned(part, dropped) for part in condition.members)
        always = any(part.mapping == {} for part in alternatives)
        return condition.holding(() if always else alternatives)
    kept = {name: part for name, part in (condition.mapping or {}).items() if name not in dropped}
    return condition.holding(kept) if condition.mapping else condition
