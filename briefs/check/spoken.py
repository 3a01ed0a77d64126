"""Rule: a paragraph rests on whoever is quoted in it."""

from collections.abc import Iterator

from briefs.check.evidence import Evidence
from briefs.check.rule import EditorialRule, Finding


def _find(evidence: Evidence) -> Iterator[Finding]:
    for document in evidence.content.documents.values():
        sources = {source.id: source.paragraphs for source in document.sources}
        for paragraph in document.paragraphs:
            rests_on = {source for sourcing in paragraph.sourcing for source in sourcing.sources}
            for quote in paragraph.quotes:
                if quote.speaker not in rests_on and paragraph.id.number not in sources.get(quote.speaker, ()):
                    message = f"[{paragraph.id}] does not rest on {quote.speaker!r}: name who speaks, or add the source"
                    yield Finding(document.file, quote.line, message, quote.waivers)


RULE = EditorialRule("spoken", "Each quotation is by somebody on whom its paragraph rests.", _find)
