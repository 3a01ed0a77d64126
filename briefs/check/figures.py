"""Counts how much of a library the rules have weighed, and how well its documents are covered."""

from briefs.check.covered import topical
from briefs.check.evidence import Evidence
from briefs.check.report import DocumentFigures, Figures
from briefs.check.walk import entities
from briefs.models import Document, ParagraphId, SourcingKind


def figures_of(evidence: Evidence) -> Figures:
    """The figures of the library, once the rules have run."""
    content = evidence.content
    cited = topical(content)
    return Figures(
        documents={
            identifier: _document(document, cited, compared=identifier in evidence.originals)
            for identifier, document in content.documents.items()
        },
        topics=len(content.topics),
        entities=sum(1 for _ in entities(content)),
        events=len(content.events),
        statements=sum(bool(statement.cites and statement.text) for statement in evidence.statements),
        names=evidence.weighed["names"],
        numbers=evidence.weighed["numbers"],
        quotations=evidence.weighed["quotations"],
    )


def _document(document: Document, cited: frozenset[ParagraphId], *, compared: bool) -> DocumentFigures:
    return DocumentFigures(
        paragraphs=len(document.paragraphs),
        cited=sum(paragraph.id in cited for paragraph in document.paragraphs),
        quotes=sum(len(paragraph.quotes) for paragraph in document.paragraphs),
        notes=sum(paragraph.note is not None for paragraph in document.paragraphs),
        sourcing={
            str(kind): sum(any(one.kind is kind for one in paragraph.sourcing) for paragraph in document.paragraphs)
            for kind in SourcingKind
        },
        compared=compared,
    )
