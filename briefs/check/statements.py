"""Everything in a library that states something, sentence by sentence, with the place where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from briefs.check.walk import items
from briefs.content import TIMELINE, Content
from briefs.models import Block, Document, Event, ParagraphId, Sentence, Waiver
from briefs.models.base import Located
from briefs.models.items import SOURCE_NOTES, Item, Topic

UNKNOWN = "What the document does not say"
LABEL = "Bottom line:"
"""Opens a topic's first block; no part of the sentence."""


class Part(StrEnum):
    """Which part of an item a statement belongs to."""

    LEAD = "lead"
    BODY = "body"
    UNKNOWN = "unknown"
    """What the document does not say; a citation is welcome there, not asked for."""
    ROLE = "role"
    TITLE = "title"
    """Rests on all that its item cites."""
    NOTE = "note"
    """A source note of a document, or an event's note on its date."""
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Statement:
    """A stretch of text up to its citation, and `before`, the text of its block up to there."""

    file: str
    line: int
    item: str
    part: Part
    text: str
    cites: tuple[ParagraphId, ...]
    waivers: tuple[Waiver, ...] = ()
    before: str = ""


def statements(content: Content) -> Iterator[Statement]:
    """Every statement of topics, profiles, events and source notes; the lists of source notes hold none."""
    for item in items(content):
        yield from _of_item(item)
    for event in content.events:
        yield from _of_event(event)
    for document in content.documents.values():
        yield from _of_document(document)


def _of_item(item: Item) -> Iterator[Statement]:
    if isinstance(item, Topic):
        yield _title(item.file, item.line_of("title"), item, item.title, item.cites)
    role: Block | None = getattr(item, "role", None)
    if role is not None:
        yield from _of_block(item.file, item.id, Part.ROLE, role, item.line_of("role"))
    for at, block in enumerate(item.opening):
        yield from _of_block(item.file, item.id, Part.BODY if at else Part.LEAD, block)
    for section in item.sections:
        part = Part.UNKNOWN if section.heading == UNKNOWN else Part.BODY
        for block in section.blocks:
            if section.heading != SOURCE_NOTES or block.text:
                yield from _of_block(item.file, item.id, part, block)


def _of_event(event: Event) -> Iterator[Statement]:
    yield _title(TIMELINE, event.line_of("title"), event, event.title, event.cites)
    yield from _of_block(TIMELINE, event.id, Part.EVENT, event.text, event.line_of("text"))
    if event.note is not None:
        yield from _of_block(TIMELINE, event.id, Part.NOTE, event.note, event.line_of("note"))


def _of_document(document: Document) -> Iterator[Statement]:
    if document.as_of_basis is not None:
        line = document.line_of("as_of_basis")
        yield from _of_block(document.file, document.id, Part.NOTE, document.as_of_basis, line)
    for paragraph in document.paragraphs:
        if paragraph.note is not None:
            for statement in _of_block(document.file, document.id, Part.NOTE, paragraph.note, paragraph.note_line):
                yield replace(statement, waivers=(*statement.waivers, *paragraph.note_waivers))


def _title(file: str, line: int, item: Topic | Event, title: str, cites: tuple[ParagraphId, ...]) -> Statement:
    return Statement(file, line, item.id, Part.TITLE, title, cites, granted(item, line))


def granted(item: Located, line: int) -> tuple[Waiver, ...]:
    """The waivers in the front matter of `item`, as standing beside `line`."""
    return tuple(Waiver(rule=rule, reason=reason, line=line) for rule, reason in item.waive.items())


def _of_block(file: str, item: str, part: Part, block: Block, line: int | None = None) -> Iterator[Statement]:
    """The statements of `block`; `line` is where it stands, for blocks of front matter that do not know."""
    before: list[Sentence] = []
    for sentence in block.sentences:
        yield Statement(
            file,
            line or sentence.line,
            item,
            part,
            sentence.text.removeprefix(LABEL).strip() if part is Part.LEAD else sentence.text,
            sentence.cites,
            sentence.waivers,
            " ".join(one.text for one in before),
        )
        before.append(sentence)
