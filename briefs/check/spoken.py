"""Rule: each paragraph says whom it rests on, and whoever is quoted in it is among them."""

from collections.abc import Iterator, Mapping

from briefs.check.evidence import Evidence
from briefs.check.rule import EditorialRule, Finding
from briefs.models import Document, Paragraph, SourcingKind

_FORM = "add a line such as 'Source: narrator' or 'Source: anonymous — dock-worker'"


def _find(evidence: Evidence) -> Iterator[Finding]:
    for document in evidence.content.documents.values():
        listed = {source.id: source.paragraphs for source in document.sources}
        for paragraph in document.paragraphs:
            for message in _sourcing(paragraph, listed):
                yield Finding(document.file, paragraph.line, f"[{paragraph.id}] {message}", paragraph.waivers)
            yield from _quotes(document, paragraph, listed)


def _sourcing(paragraph: Paragraph, listed: Mapping[str, tuple[int, ...]]) -> Iterator[str]:
    if not paragraph.sourcing:
        yield f"does not say whom it rests on: {_FORM}"
    for sourcing in paragraph.sourcing:
        if not sourcing.sources and sourcing.kind in {SourcingKind.ANONYMOUS, SourcingKind.NAMED}:
            yield f"rests on somebody {sourcing.kind}, but does not say on whom: {_FORM}"
        for source in sourcing.sources:
            if source in listed and paragraph.id.number not in listed[source]:
                yield f"rests on {source!r}, which lists other paragraphs: add {paragraph.id.number} to the source"


def _quotes(document: Document, paragraph: Paragraph, listed: Mapping[str, tuple[int, ...]]) -> Iterator[Finding]:
    rests_on = {source for sourcing in paragraph.sourcing for source in sourcing.sources}
    for quote in paragraph.quotes:
        if quote.speaker not in rests_on and paragraph.id.number not in listed.get(quote.speaker, ()):
            message = f"[{paragraph.id}] does not rest on {quote.speaker!r}: name who speaks, or add the source"
            yield Finding(document.file, quote.line, message, quote.waivers)


RULE = EditorialRule(
    "spoken", "Each paragraph says whom it rests on, and whoever is quoted in it is among them.", _find
)
