"""Rule: what stands in quotation marks stands so in a paragraph that is cited."""

from collections.abc import Iterable, Iterator

from briefs.check.evidence import Evidence
from briefs.check.language.quotations import is_closed, quotations, stands_in
from briefs.check.rule import EditorialRule, Finding
from briefs.check.statements import Statement
from briefs.models import ParagraphId


def _find(evidence: Evidence) -> Iterator[Finding]:
    for statement in evidence.statements:
        if not is_closed(statement.text):
            message = f"a quotation mark lacks its partner in {statement.text!r}"
            yield Finding(statement.file, statement.line, message, statement.waivers)
            continue
        quoted = quotations(statement.text)
        evidence.weighed["quotations"] += len(quoted)
        for quotation in quoted:
            if not _stands(evidence, statement, quotation.text):
                yield _misquoted(evidence, statement, quotation.text)


def _stands(evidence: Evidence, statement: Statement, quoted: str) -> bool:
    return any(stands_in(quoted, text) for text in _texts(evidence, statement.cites or _all(evidence, statement)))


def _all(evidence: Evidence, statement: Statement) -> list[ParagraphId]:
    """For what carries no citation: the paragraphs of all documents that the item cites."""
    documents = {cite.document for other in evidence.statements_of(statement.item) for cite in other.cites}
    return [paragraph.id for paragraph in evidence.paragraphs() if paragraph.id.document in documents]


def _texts(evidence: Evidence, cites: Iterable[ParagraphId]) -> Iterator[str]:
    for cite in cites:
        paragraph = evidence.paragraph(cite)
        if paragraph is not None:
            yield evidence.shown(paragraph)


def _misquoted(evidence: Evidence, statement: Statement, quoted: str) -> Finding:
    documents = {cite.document for cite in statement.cites}
    elsewhere = [
        paragraph.id
        for paragraph in evidence.paragraphs()
        if paragraph.id.document in documents and stands_in(quoted, evidence.shown(paragraph))
    ]
    right = f"cite [{elsewhere[0]}]" if elsewhere else "quote it letter by letter, or drop the quotation marks"
    cites = ", ".join(f"[{cite}]" for cite in statement.cites) or "any paragraph"
    message = f'"{quoted}" does not stand in {cites}: {right}'
    return Finding(statement.file, statement.line, message, statement.waivers)


RULE = EditorialRule(
    "quoted", "Words in quotation marks stand letter by letter in a paragraph that is cited.", _find, by_statement=True
)
