"""Ways through a library's content that several rules take."""

from collections.abc import Iterator
from functools import lru_cache

from briefs.content import TIMELINE, Content
from briefs.models import Block, Entity, Event, ParagraphId, Person
from briefs.models.base import Located
from briefs.models.citations import parse_block
from briefs.models.items import Item

_KEPT = 16_384
"""Questions that are remembered as read: several rules go through them."""
_parsed = lru_cache(maxsize=_KEPT)(parse_block)


def entities(content: Content) -> Iterator[Entity]:
    """Every person, organisation and place."""
    yield from content.people.values()
    yield from content.organisations.values()
    yield from content.places.values()


def items(content: Content) -> Iterator[Item]:
    """Every topic and entity."""
    yield from content.topics.values()
    yield from entities(content)


def questions(content: Content) -> Iterator[tuple[str, int, Item | Event, Block]]:
    """The questions that items answer and the ways in which they are asked for: file, line, item, question."""
    asked: list[tuple[str, Item | Event]] = [(item.file, item) for item in items(content)]
    for file, item in (*asked, *((TIMELINE, event) for event in content.events)):
        for field in ("questions", "asked"):
            for index, question in enumerate(getattr(item, field, ())):
                line = item.line_of(field, index)
                yield file, line, item, _parsed(question, line)


def cited_blocks(content: Content) -> Iterator[tuple[str, Block]]:
    """Every block of text that may carry citations, with its file."""
    for document in content.documents.values():
        if document.as_of_basis is not None:
            basis = document.as_of_basis.model_copy(update={"line": document.line_of("as_of_basis")})
            yield document.file, basis
    for item in items(content):
        for block in item.blocks():
            yield item.file, block
        role: Block | None = getattr(item, "role", None)
        if role is not None:
            yield item.file, role.model_copy(update={"line": item.line_of("role")})
    for file, _, _, question in questions(content):
        yield file, question
    for event in content.events:
        yield TIMELINE, event.text.model_copy(update={"line": event.line_of("text")})
        if event.note is not None:
            yield TIMELINE, event.note.model_copy(update={"line": event.line_of("note")})


def cited_paragraphs(content: Content) -> Iterator[tuple[str, int, ParagraphId]]:
    """Every citation of a paragraph, with the file and line where it stands."""
    for file, block in cited_blocks(content):
        for cite in block.cites:
            yield file, block.line, cite
    for person in content.people.values():
        for index, relation in enumerate(person.relations):
            for cite in relation.cite:
                yield person.file, person.line_of("relations", index), cite
    for event in content.events:
        for index, cite in enumerate(event.notes):
            yield TIMELINE, event.line_of("notes", index), cite


_TOPIC_FIELDS = {
    "people": "person",
    "organisations": "organisation",
    "places": "place",
    "documents": "document",
    "related": "topic",
}
_ENTITY_FIELDS = {"affiliations": "organisation", "leaders": "person", "within": "place"}
_EVENT_FIELDS = {"people": "person", "organisations": "organisation", "places": "place", "topics": "topic"}


def references(content: Content) -> Iterator[tuple[str, int, str, str, str]]:
    """Every mention of another item by its id: file, line, field, kind of what is meant, id."""
    for topic in content.topics.values():
        yield from _named(topic.file, topic, _TOPIC_FIELDS)
    for entity in entities(content):
        yield from _named(entity.file, entity, _ENTITY_FIELDS)
        if isinstance(entity, Person):
            for index, relation in enumerate(entity.relations):
                yield entity.file, entity.line_of("relations", index), "relations", "person", relation.to
    for event in content.events:
        yield from _named(TIMELINE, event, _EVENT_FIELDS)


def _named(file: str, item: Located, kinds: dict[str, str]) -> Iterator[tuple[str, int, str, str, str]]:
    for field, kind in kinds.items():
        for index, identifier in enumerate(getattr(item, field, ())):
            yield file, item.line_of(field, index), field, kind, identifier
