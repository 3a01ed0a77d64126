"""Rule: whoever cites a paragraph that cannot be right shows its source note."""

from collections.abc import Iterator

from briefs.check.evidence import Evidence
from briefs.check.rule import EditorialRule, Finding
from briefs.check.statements import Statement, granted
from briefs.check.walk import items
from briefs.content import TIMELINE
from briefs.models import ParagraphId
from briefs.models.items import SOURCE_NOTES


def _find(evidence: Evidence) -> Iterator[Finding]:
    listed = _listed(evidence)
    missing: set[tuple[str, ParagraphId]] = set()
    for statement in evidence.statements:
        # Documents hold the notes themselves.
        if statement.item in evidence.content.documents:
            continue
        for cite in statement.cites:
            place = (statement.item, cite)
            if _has_note(evidence, cite) and cite not in listed.get(statement.item, ()) and place not in missing:
                missing.add(place)
                yield Finding(statement.file, statement.line, _message(statement, cite), statement.waivers)
    yield from _relations(evidence, listed)
    yield from _without_note(evidence)


def _listed(evidence: Evidence) -> dict[str, set[ParagraphId]]:
    """By an item's id, the paragraphs whose notes it shows."""
    shown = {
        item.id: {cite for block in item.section(SOURCE_NOTES) for cite in block.cites}
        for item in items(evidence.content)
    }
    return shown | {event.id: set(event.notes) for event in evidence.content.events}


def _has_note(evidence: Evidence, cite: ParagraphId) -> bool:
    paragraph = evidence.paragraph(cite)
    return paragraph is not None and paragraph.note is not None


def _message(statement: Statement, cite: ParagraphId) -> str:
    where = f'notes: ["{cite}"]' if statement.file == TIMELINE else f"'- [{cite}]' under '## {SOURCE_NOTES}'"
    return f"[{cite}] carries a source note: add {where}"


def _relations(evidence: Evidence, listed: dict[str, set[ParagraphId]]) -> Iterator[Finding]:
    for person in evidence.content.people.values():
        for index, relation in enumerate(person.relations):
            line = person.line_of("relations", index)
            for cite in relation.cite:
                if _has_note(evidence, cite) and cite not in listed[person.id]:
                    message = f"[{cite}] carries a source note: add '- [{cite}]' under '## {SOURCE_NOTES}'"
                    yield Finding(person.file, line, message, granted(person, line))


def _without_note(evidence: Evidence) -> Iterator[Finding]:
    """Lists of notes that name a paragraph without one."""
    for item in items(evidence.content):
        for block in item.section(SOURCE_NOTES):
            for sentence in block.sentences:
                for cite in sentence.cites:
                    if not _has_note(evidence, cite):
                        message = f"[{cite}] has no source note: drop it, or write the note in the document"
                        yield Finding(item.file, sentence.line, message, sentence.waivers)
    for event in evidence.content.events:
        for index, cite in enumerate(event.notes):
            if not _has_note(evidence, cite):
                line = event.line_of("notes", index)
                message = f"[{cite}] has no source note: drop it, or write the note in the document"
                yield Finding(TIMELINE, line, message, granted(event, line))


RULE = EditorialRule("flagged", "A paragraph with a source note is cited only where the item shows that note.", _find)
