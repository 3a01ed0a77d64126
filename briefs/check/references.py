"""Rule: whatever an item names by its id exists, and an id stands for one thing."""

from collections import defaultdict
from collections.abc import Container, Iterator

from rapidfuzz import process

from briefs.check.rule import Rule
from briefs.check.walk import references
from briefs.content import TIMELINE, Content


def _find(content: Content) -> Iterator[tuple[str, int, str]]:
    known: dict[str, Container[str]] = {
        "person": content.people,
        "organisation": content.organisations,
        "place": content.places,
        "document": content.documents,
        "topic": content.topics,
    }
    for file, line, field, kind, identifier in references(content):
        if identifier not in known[kind]:
            yield file, line, f"{field}: there is no {kind} {identifier!r}{suggestion(identifier, known[kind])}"
    yield from _twice(content)


def _twice(content: Content) -> Iterator[tuple[str, int, str]]:
    holders: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for group in (content.documents, content.topics, content.people, content.organisations, content.places):
        for item in group.values():
            holders[item.id].append((item.file, 1))
    for event in content.events:
        holders[event.id].append((TIMELINE, event.line_of("id")))
    for document in content.documents.values():
        for index, source in enumerate(document.sources):
            holders[source.id].append((document.file, document.line_of("sources", index)))
    for identifier, places in holders.items():
        for file, line in places[1:]:
            yield file, line, f"the id {identifier!r} is taken by {places[0][0]}: choose another"


def suggestion(identifier: str, known: Container[str]) -> str:
    """The known id that looks most like `identifier`, as the end of a message; empty where none is near."""
    best = process.extractOne(identifier, list(known), score_cutoff=70) if isinstance(known, dict) else None
    return f"; did you mean {best[0]!r}?" if best else ""


RULE = Rule("references", "Each id that an item names belongs to an existing item, and to one only.", _find)
