"""Rule: what is given as a quotation is the original's, character for character after folding."""

from collections.abc import Iterator

from briefs.check.evidence import Evidence
from briefs.check.language.quotations import quotations, stands_in
from briefs.check.rule import EditorialRule, Finding
from briefs.check.statements import granted
from briefs.content import TIMELINE
from briefs.models import Paragraph, Waiver


def _find(evidence: Evidence) -> Iterator[Finding]:
    for identifier, original in evidence.originals.items():
        document = evidence.content.documents[identifier]
        for paragraph in document.paragraphs:
            for line, message, waivers in misquoted(paragraph, original.paragraphs.get(paragraph.id.number, "")):
                yield Finding(document.file, line, message, waivers)
    yield from _events(evidence)


def misquoted(paragraph: Paragraph, original: str) -> Iterator[tuple[int, str, tuple[Waiver, ...]]]:
    """The quotations of `paragraph` that the text `original` has not: line, what is wrong, the waivers beside."""
    spoken = "\n".join(quotation.text for quotation in quotations(original))
    for quote in paragraph.quotes:
        if not stands_in(quote.text, spoken):
            message = f'"{quote.text}" is not quoted so in [{paragraph.id}]: quote it letter by letter'
            yield quote.line, message, quote.waivers
    for quotation in quotations(paragraph.text):
        if not stands_in(quotation.text, original):
            message = f'"{quotation.text}" does not stand so in [{paragraph.id}]: quote it letter by letter'
            yield paragraph.line, message, paragraph.waivers


def _events(evidence: Evidence) -> Iterator[Finding]:
    """What the text calls the date of an event."""
    for event in evidence.content.events:
        originals = [evidence.originals[cite.document] for cite in event.cites if cite.document in evidence.originals]
        if originals and not any(stands_in(event.says, original.text) for original in originals):
            line = event.line_of("says")
            message = f"{event.says!r} is not what the text says: quote it letter by letter"
            yield Finding(TIMELINE, line, message, granted(event, line))


RULE = EditorialRule(
    "verbatim", "Each quotation is the original's, character for character after folding.", _find, against_original=True
)
